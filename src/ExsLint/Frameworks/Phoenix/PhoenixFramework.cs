using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Workspace;

namespace ExsLint.Frameworks.Phoenix;

/// <summary>Phoenix, Ecto and what goes with them: any application with an endpoint, a repository or a mailer.</summary>
public sealed class PhoenixFramework : Framework
{
    /// <inheritdoc/>
    public override IEnumerable<ConfiguredApplication> Recognise(
        ConfigModel model, ImmutableArray<string> own, Snapshot snapshot) => own
        .Where(name => model.State.GetSettings(name).Any())
        .Select(name => new PhoenixApplication(model, name, snapshot))
        .Where(application => !application.Endpoints.IsEmpty || !application.Repos.IsEmpty || !application.Mailers.IsEmpty);
}
