return ExsLint.Cli.CommandLine.Run(args);
