"""The running program: settings, wiring, intake, jobs, command line. Nobody imports it."""
