using System.Net.Sockets;
using KediriLapor.Platform;

namespace KediriLapor.Webhooks;

/// <summary>Where a webhook may lead. It is asked here so that its owner hears of a slip, and again at each connection, which is what counts.</summary>
internal sealed class WebhookTarget(WebhookSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Others are not receivers of webhooks but somebody's database or mail server.</summary>
    private static readonly int[] Ports = [443, 8443];

    /// <exception cref="RuleViolation"><c>invalid_webhook_url</c>, <c>webhook_url_unresolved</c> or <c>webhook_url_not_public</c>.</exception>
    public async Task Check(string url, CancellationToken ct)
    {
        // what a parser trims or mends in silence is refused: the address that is shown is the one that is called
        if (url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !Uri.TryCreate(url, UriKind.Absolute, out var target) || !Fits(target))
        {
            throw new RuleViolation("invalid_webhook_url", field: "url");
        }

        try
        {
            await PublicNetwork.Resolve(target.IdnHost, settings.AllowLocal, ct).WaitAsync(Patience, ct);
        }
        catch (NotPublic)
        {
            throw new RuleViolation("webhook_url_not_public", field: "url");
        }
        catch (Exception unknown) when (unknown is SocketException or TimeoutException or ArgumentException)
        {
            throw new RuleViolation("webhook_url_unresolved", field: "url");
        }
    }

    private bool Fits(Uri target) =>
        target is { UserInfo.Length: 0, Fragment.Length: 0, Host.Length: > 0 }
        && ((target.Scheme == Uri.UriSchemeHttps && Ports.Contains(target.Port)) || (settings.AllowLocal && target.Scheme is "http" or "https"));
}
