namespace ExsLint.Semantics.Systemd.Settings;

/// <summary>The file system that a unit's processes see in place of the host's.</summary>
public sealed class ProcessRoot
{
    private readonly ExecSection _section;

    internal ProcessRoot(ExecSection section) => _section = section;

    /// <summary><c>RootDirectory=</c>, tidy; null if there is none.</summary>
    public EffectiveValue<string?> RootDirectory => _section.ReadPath("RootDirectory");

    /// <summary><c>RootImage=</c>, tidy; null if there is none.</summary>
    public EffectiveValue<string?> RootImage => _section.ReadPath("RootImage");

    /// <summary>Whether <c>MountImages=</c> mounts anything.</summary>
    internal EffectiveValue<MountImageList> MountImages =>
        SettingReader.ReadAll(_section.Assignments("MountImages"), new MountImageList(_section.Specifiers), MountImageList.Apply);
}
