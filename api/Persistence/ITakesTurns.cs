namespace KediriLapor.Persistence;

/// <summary>
/// A command whose rules reach over several rows, such as "never the last admin": commands of one turn run one after another, on all
/// instances, so that what it has checked still holds when it is stored.
/// </summary>
public interface ITakesTurns
{
    string Turn { get; }
}

internal static class Turns
{
    /// <summary>Services, agencies and routing rules, which name one another.</summary>
    public const string ReferenceData = "reference data";

    public const string Accounts = "accounts";

    /// <summary>Who goes to which emergency: a few changes an hour, each of some milliseconds.</summary>
    public const string Dispatches = "dispatches";
}
