namespace ExsLint.Semantics.Elixir.Effects;

/// <summary>What a call may do besides giving a value.</summary>
[Flags]
internal enum CallEffects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It configures.</summary>
    Configure = 1 << 0,

    /// <summary>It writes files.</summary>
    WriteFiles = 1 << 1,

    /// <summary>It runs a program, which may leave files behind.</summary>
    RunPrograms = 1 << 2,

    /// <summary>It sets environment variables.</summary>
    SetVariables = 1 << 3,

    /// <summary>It sets what <c>Mix.env()</c> and <c>Mix.target()</c> give.</summary>
    SetMix = 1 << 4,

    /// <summary>It runs code that it is given as a text, a file, or in the compiler's form: that may do anything.</summary>
    RunCode = 1 << 5,

    /// <summary>It runs functions that it is given.</summary>
    RunFunctions = 1 << 6,

    /// <summary>It goes through what it is given: a stream or a struct of the configuration may run code then.</summary>
    Enumerate = 1 << 7,

    /// <summary>It is not known: it may run any function that the configuration defines.</summary>
    Unknown = 1 << 8,

    /// <summary>It may configure where its value is not used: its source is not seen.</summary>
    ConfigureAsStatement = 1 << 9,

    /// <summary>It may set environment variables where its value is not used: its source is not seen.</summary>
    SetVariablesAsStatement = 1 << 10,
}

/// <summary>Questions about <see cref="CallEffects"/>.</summary>
internal static class CallEffectsExtensions
{
    /// <summary>Whether one of some effects is among these.</summary>
    public static bool May(this CallEffects effects, CallEffects any) => (effects & any) != 0;

    /// <summary>Whether code of the configuration may run that was not given to the call.</summary>
    public static bool MayRunOwnCode(this CallEffects effects) => effects.May(CallEffects.Unknown | CallEffects.RunCode);
}
