using System.Collections.Immutable;
using ExsLint.Semantics.Systemd.Units;
using ExsLint.Semantics.Systemd.Words;
using ExsLint.Syntax.Systemd;
using ExsLint.Syntax.Systemd.Nodes;

namespace ExsLint.Semantics.Systemd;

/// <summary>Puts the files of a unit together.</summary>
public sealed class UnitBinder
{
    /// <summary>The oldest version of systemd whose behaviour is known.</summary>
    public const int OldestVersion = 252;

    /// <summary>The newest version of systemd whose behaviour is known.</summary>
    public const int NewestVersion = SystemdVersions.Newest;

    // The first systemd, as far as is known, that minds an opening bracket in a section's name.
    private const int RefusesBrackets = 262;

    // /srv/x, as systemd-escape writes it.
    private const string EscapedPath = "-srv-x";

    private readonly UnitFiles _files;
    private readonly ImmutableArray<UnitAssignment>.Builder _assignments = ImmutableArray.CreateBuilder<UnitAssignment>();
    private readonly ImmutableArray<UnitRefusal>.Builder _fatal = ImmutableArray.CreateBuilder<UnitRefusal>();

    private readonly int _systemdVersion;
    private readonly Specifiers _specifiers;

    private UnitBinder(UnitFiles files, int systemdVersion)
    {
        _files = files;
        _systemdVersion = systemdVersion;
        _specifiers = new Specifiers(files.Name.ForAnalysis(systemdVersion), systemdVersion);
    }

    /// <summary>Binds a unit.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="knownServices">
    /// The users, folders and programs of services that are known to run on the Erlang virtual machine.
    /// </param>
    /// <param name="systemdVersion">The version of systemd whose reading is asked for: 252 or newer.</param>
    /// <param name="isVersionKnown">
    /// Whether that is the version which runs the unit; if not, it may be an older one as well.
    /// </param>
    public static EffectiveUnit Bind(
        UnitFiles files,
        ImmutableArray<string> knownServices,
        int systemdVersion = NewestVersion,
        bool isVersionKnown = false)
    {
        var binder = new UnitBinder(files, systemdVersion);
        binder.BindFile(files.Main, isDropIn: false);
        foreach (var dropIn in files.DropIns)
        {
            binder.BindFile(dropIn, isDropIn: true);
        }

        return new EffectiveUnit(
            files, knownServices, systemdVersion, binder._assignments.ToImmutable(), binder._fatal.ToImmutable())
        {
            IsSystemdVersionKnown = isVersionKnown,
        };
    }

    // An error in a drop-in stops that drop-in only, and what it said before stays. An error in the unit's own file means that
    // systemd loads nothing; the rest is read all the same, so that one typo does not hide the other findings.
    private void BindFile(UnitSyntaxTree tree, bool isDropIn)
    {
        var end = isDropIn && tree.FirstError is { } error ? error.Span.Start : int.MaxValue;
        foreach (var section in tree.Root.Sections)
        {
            var name = section.Name;
            if (_systemdVersion >= RefusesBrackets && name.Contains('[', StringComparison.Ordinal))
            {
                _fatal.Add(
                    new UnitRefusal(
                        "systemd stops here: a section's name may not hold an opening bracket.", section.Header.HeaderLocation));
                if (isDropIn)
                {
                    return;
                }
            }

            foreach (var directive in section.Directives)
            {
                if (directive.Span.End > end || (!BindDirective(name, directive) && isDropIn))
                {
                    return;
                }
            }
        }
    }

    private bool BindDirective(string section, DirectiveSyntax directive)
    {
        var assignment = new UnitAssignment(section, directive, _assignments.Count);
        if (section == UnitSections.ExecSection(_files.Name.Type)
            && FatalAssignment.Explain(_specifiers, assignment.Key, assignment.Value) is { } message)
        {
            _fatal.Add(new UnitRefusal(message, assignment.Location) { DependsOnInstance = DependsOnInstance(assignment) });
            return false;
        }

        _assignments.Add(assignment);
        return true;
    }

    // The name that systemd-analyze gives to an instance of a template is no path; that of another one may be.
    private bool DependsOnInstance(UnitAssignment assignment) =>
        _files.Name.Instance is ""
        && FatalAssignment.Explain(
            _specifiers with { Unit = _specifiers.Unit with { Instance = EscapedPath } }, assignment.Key,
            assignment.Value) is null;
}
