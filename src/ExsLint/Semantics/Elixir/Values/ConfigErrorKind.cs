namespace ExsLint.Semantics.Elixir.Values;

/// <summary>What Elixir would refuse.</summary>
public enum ConfigErrorKind
{
    /// <summary>An imported file does not exist.</summary>
    MissingImport,

    /// <summary>The file of this environment does not exist, but that of another does: the project is not for this one.</summary>
    MissingEnvironment,

    /// <summary>A file is imported twice.</summary>
    RepeatedImport,

    /// <summary>A file that may not import others does.</summary>
    ForbiddenImport,

    /// <summary>An expression raises whatever the environment.</summary>
    AlwaysRaises,

    /// <summary>A call of <c>config</c> whose arguments no clause takes.</summary>
    BadConfigCall,

    /// <summary>
    /// A file that configures nothing ends with a list, in which an application has something else than a keyword list.
    /// </summary>
    BadSettings,

    /// <summary>A variable or function that nothing defines where it is used.</summary>
    UndefinedName,

    /// <summary>A name that a file does not define which no project reads: whatever reads it may.</summary>
    NameFromElsewhere,

    /// <summary>A function of Config in a file that does not import it, or not before it calls it.</summary>
    MissingConfigImport,

    /// <summary>A function that two modules bring.</summary>
    AmbiguousName,

    /// <summary>A function that imports, Kernel or the module around it bring more than once.</summary>
    ConflictingName,

    /// <summary>An expression that the compiler does not take: <c>&amp;(&amp;2)</c>, a <c>try</c> that catches nothing.</summary>
    InvalidExpression,

    /// <summary>
    /// A module that the file itself defines is imported or required: it is not there yet when the file is compiled.
    /// </summary>
    UndefinedModule,

    /// <summary>A file that does not parse.</summary>
    SyntaxError,

    /// <summary>A part of Mix in a file that is read when a release starts, which has no Mix.</summary>
    MissingInRelease,

    /// <summary>
    /// A setting of <c>:kernel</c> or <c>:stdlib</c> in a file that is read when these run already in a release.
    /// </summary>
    RunningApplication,

    /// <summary>An anonymous function, a process or a reference, which no release can be made with.</summary>
    UnwritableTerm,

    /// <summary>An application has a key twice, on which its start fails; the configuration by itself evaluates.</summary>
    RepeatedKey,
}
