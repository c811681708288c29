@echo off
rem Starts otbench on any machine with Java 17 or later, from JAVA_HOME or the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseSerialGC -Xms64m "-Dotbench.launcher=%~f0" -cp "%~dp0..\lib\*" io.otbench.benchmarks.Main %*
exit /b %errorlevel%
