using KediriLapor.Reports.Model;

namespace KediriLapor.Notifications.WebPush;

/// <summary>One browser that hears of one report: its reporter's, or that of somebody who follows it. Whose, is not known.</summary>
public sealed class PushSubscription
{
    /// <summary>Browsers of one reporter; another one takes the place of the oldest.</summary>
    public const int MostOfReporter = 5;

    /// <summary>An address costs nothing to make up, and each is one more message at every step.</summary>
    public const int MostFollowers = 1000;

    public Guid Id { get; init; }

    public Guid ReportId { get; init; }

    /// <summary><see cref="Recipient.Reporter"/> or <see cref="Recipient.Followers"/>.</summary>
    public Recipient Recipient { get; init; }

    /// <summary>See <see cref="HashOf"/>.</summary>
    public byte[] Browser { get; init; } = [];

    /// <summary>Encrypted (<see cref="PushVault"/>).</summary>
    public byte[] Sealed { get; init; } = [];

    /// <summary>The address hashed together with the report, so that two reports do not show that one browser hears of both.</summary>
    internal static byte[] HashOf(Guid reportId, string endpoint) => new CanonicalForm("kedirilapor push 1").Add(reportId).Add(endpoint).Hash();
}
