@echo off
rem Starts otbench on any machine with Java 17 or later, from JAVA_HOME or the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem A report is drawn before the optimising compiler pays.
set "compiler="
if "%~1"=="report" set "compiler=-XX:TieredStopAtLevel=1"
if "%~1"=="compare" set "compiler=-XX:TieredStopAtLevel=1"
"%java%" %compiler% -XX:+UseSerialGC -Xms64m "-Dotbench.launcher=%~f0" -cp "%~dp0..\lib\*" io.otbench.benchmarks.Main %*
exit /b %errorlevel%
