using KediriLapor.Accounts;

namespace KediriLapor.Notifications;

/// <summary>One way by which messages reach people.</summary>
internal interface IChannel
{
    Medium Medium { get; }

    /// <summary>While it is not, its messages are kept in sight and nothing is sent.</summary>
    bool Configured { get; }

    /// <summary>Those of the staff to whom it leads.</summary>
    IQueryable<Account> Reachable(IQueryable<Account> staff);

    /// <returns>The reporter where it leads to them; nobody otherwise.</returns>
    Task<IReadOnlyList<Listener>> Reporter(Guid reportId, CancellationToken ct);

    /// <summary>Looked up at the moment of sending.</summary>
    /// <returns>Where the message goes, or why there is nowhere to send it.</returns>
    Task<(Destination? To, string Why)> Find(Notification notification, CancellationToken ct);

    /// <exception cref="AddressRefused">For good; the channel has seen to it that <see cref="Find"/> does not lead there again.</exception>
    /// <exception cref="ServerUnreachable">It concerns whatever goes to the same server. All else concerns this message, and may pass.</exception>
    Task Send(Notification notification, WordedMessage words, Destination to, CancellationToken ct);
}

/// <summary>Somebody who hears, as far as a notification has to know them.</summary>
/// <param name="AccountId">The member of staff; null for citizens.</param>
/// <param name="SubscriptionId">The browser, where it is one.</param>
internal sealed record Listener(Guid? AccountId, Guid? SubscriptionId = null)
{
    public static readonly Listener TheReporter = new(AccountId: null);

    public static Listener Browser(Guid subscriptionId) => new(AccountId: null, subscriptionId);
}

/// <param name="Value">The address as the channel writes it.</param>
/// <param name="Server">Who takes messages for it, as its name or host.</param>
/// <param name="Seal">What it is known by once it was refused; it does not tell the address.</param>
internal sealed record Destination(string Value, string Server, byte[] Seal);

/// <summary>Nobody is there, says whoever answers for the address.</summary>
internal sealed class AddressRefused() : Exception("the address does not exist");

/// <param name="why">In a word of the program's own.</param>
internal sealed class NotSent(string why) : Exception($"not sent ({why})");

/// <param name="server">As in "the mail server".</param>
/// <param name="why">In a word of the program's own.</param>
internal sealed class ServerUnreachable(string server, string why, Exception? cause = null) : Exception($"{server} cannot be used ({why})", cause)
{
    public ServerUnreachable(string server, Exception cause)
        : this(server, cause.GetType().Name, cause)
    {
    }

    /// <summary>How long it wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>All ways that this program knows.</summary>
internal sealed class Channels(IEnumerable<IChannel> channels)
{
    public IChannel By(Medium medium) => channels.Single(channel => channel.Medium == medium);
}
