namespace KediriLapor.Persistence;

/// <summary>
/// The program cannot start, for a reason that whoever runs it can mend; the message is one line and says how.
/// Program.cs writes it to standard error and ends with exit code 1.
/// </summary>
public sealed class StartupRefused(string message) : Exception(message)
{
    /// <summary>The host logs what stopped it: the reason helps, a stack trace would bury it.</summary>
    public override string ToString() => Message;
}
