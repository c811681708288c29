/**
 * The semi-dual game between a map and a potential, played on a smoothed source (OTP,
 * arXiv:2502.04583) and on the source itself (OTM, arXiv:2110.02999). Start at {@link
 * io.otbench.solvers.otp.OtpSolver}.
 */
@NullMarked
package io.otbench.solvers.otp;

import org.jspecify.annotations.NullMarked;
