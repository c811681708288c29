package io.otbench.benchmarks.cli;

import io.otbench.benchmarks.run.RunFailedException;
import io.otbench.benchmarks.suite.NearestName;
import io.otbench.benchmarks.suite.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a call and answers every mistake in one line. */
public final class Program {

  private Program() {}

  /**
   * Runs the program as {@link Invocation#of} is asked to.
   *
   * @return as {@link #run(Invocation)}
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      return run(Invocation.of(args, out, err));
    } catch (UsageException e) {
      return answer(err, e.getMessage(), ExitCode.USAGE);
    }
  }

  /**
   * Runs the program.
   *
   * @return 0, 1 for a failure while running, 2 for bad input
   */
  public static int run(Invocation invocation) {
    Optional<String> unusable = FileNames.unusable(System.getProperty("user.dir"));
    if (unusable.isPresent()) {
      return answer(invocation, "the working folder " + unusable.get(), ExitCode.USAGE);
    }
    CommandLine program = new CommandLine(new OtbenchCommand(), factory(invocation));
    program.setOut(new PrintWriter(invocation.out(), true, StandardCharsets.UTF_8));
    program.setErr(new PrintWriter(invocation.err(), true, StandardCharsets.UTF_8));
    program.registerConverter(Path.class, new Converters.Folder());
    program.setParameterExceptionHandler(
        (exception, args) -> answer(invocation, describe(exception), ExitCode.USAGE));
    program.setExecutionExceptionHandler(
        (exception, command, parsed) -> answer(invocation, exception));
    return program.execute(invocation.args().toArray(new String[0]));
  }

  /** Gives the commands the streams they write to. */
  private static IFactory factory(Invocation invocation) {
    IFactory standard = CommandLine.defaultFactory();
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
          return type.cast(new RunCommand(invocation));
        }
        if (type == ShowCommand.class) {
          return type.cast(new ShowCommand(invocation));
        }
        if (type == ReportCommand.class) {
          return type.cast(new ReportCommand(invocation));
        }
        if (type == CompareCommand.class) {
          return type.cast(new CompareCommand(invocation));
        }
        if (type == ListCommand.class) {
          return type.cast(new ListCommand(invocation));
        }
        if (type == DatasetsListCommand.class) {
          return type.cast(new DatasetsListCommand(invocation));
        }
        if (type == DatasetsVerifyCommand.class) {
          return type.cast(new DatasetsVerifyCommand(invocation));
        }
        if (type == StatusCommand.class) {
          return type.cast(new StatusCommand(invocation));
        }
        if (type == ExplainCommand.class) {
          return type.cast(new ExplainCommand(invocation));
        }
        if (type == ReproduceCommand.class) {
          return type.cast(new ReproduceCommand(invocation));
        }
        if (type == MergeCommand.class) {
          return type.cast(new MergeCommand(invocation));
        }
        return standard.create(type);
      }
    };
  }

  private static int answer(Invocation invocation, Exception exception) throws Exception {
    if (exception instanceof UsageException) {
      return answer(invocation, exception.getMessage(), ExitCode.USAGE);
    }
    if (exception instanceof RunFailedException) {
      return answer(invocation, exception.getMessage(), ExitCode.FAILED);
    }
    if (exception instanceof InterruptedException) {
      return answer(invocation, "interrupted", ExitCode.FAILED);
    }
    if (exception instanceof IOException || exception instanceof UncheckedIOException) {
      Throwable cause = exception instanceof IOException ? exception : exception.getCause();
      return answer(invocation, "cannot read or write a file: " + cause, ExitCode.FAILED);
    }
    throw exception;
  }

  private static int answer(Invocation invocation, @Nullable String message, int exitCode) {
    return answer(invocation.err(), message, exitCode);
  }

  private static int answer(PrintStream err, @Nullable String message, int exitCode) {
    err.println("otbench: " + message);
    return exitCode;
  }

  private static String describe(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      String command = e.getCommandLine().getCommandName();
      if (!first.startsWith("-") && !e.getCommandLine().getSubcommands().isEmpty()) {
        return NearestName.message(
            "command",
            first,
            "of " + e.getCommandLine().getCommandSpec().qualifiedName(),
            e.getCommandLine().getSubcommands().keySet());
      }
      if (!first.startsWith("-")) {
        return "argument '%s' of %s is one too many; write %s"
            .formatted(first, command, synopsis(e.getCommandLine().getCommandSpec()));
      }
      List<String> near = unmatched.getSuggestions();
      String hint = near.isEmpty() ? ";" : "; did you mean '%s'?".formatted(near.get(0));
      return "unknown option '%s' of %s%s %s --help shows what there is"
          .formatted(first, command, hint, e.getCommandLine().getCommandSpec().qualifiedName());
    }
    if (e instanceof MissingParameterException missing) {
      return describe(missing);
    }
    if (e instanceof OverwrittenOptionException again) {
      return name(again.getOverwritten()) + " must be given once but stands there twice";
    }
    if (e.getArgSpec() != null && e.getCause() instanceof TypeConversionException conversion) {
      return name(e.getArgSpec()) + " " + conversion.getMessage();
    }
    return Objects.toString(e.getMessage(), "wrong arguments").lines().findFirst().orElse("");
  }

  private static String describe(MissingParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    return e.getMissing().stream().map(Program::name).collect(Collectors.joining(" and "))
        + (e.getMissing().size() == 1 ? " needs a value; " : " need a value each; ")
        + (e.getMissing().stream().allMatch(ArgSpec::required)
            ? "write " + synopsis(command)
            : command.qualifiedName() + " --help shows which");
  }

  /** What a call must have, such as {@code otbench compare BASELINE CANDIDATE [OPTIONS]}. */
  private static String synopsis(CommandSpec command) {
    Stream<String> options =
        command.options().stream()
            .filter(OptionSpec::required)
            .map(option -> option.longestName() + " " + option.paramLabel());
    Stream<String> arguments = command.positionalParameters().stream().map(Program::label);
    return Stream.of(Stream.of(command.qualifiedName()), arguments, options, Stream.of("[OPTIONS]"))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }

  private static String label(PositionalParamSpec argument) {
    String label = argument.paramLabel() + (argument.isMultiValue() ? "..." : "");
    return argument.required() ? label : "[" + label + "]";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
