using System.Collections.Frozen;

namespace KediriLapor.Accounts;

/// <summary>What an integration client may be allowed: the scopes of its tokens (RFC 6749), and the permissions that follow from each.</summary>
public static class ClientScopes
{
    public const string ReadReports = "reports:read";

    public const string WriteReports = "reports:write";

    public const string WriteUpdates = "updates:write";

    public const string ManageWebhooks = "webhooks:manage";

    public const string ReadExports = "exports:read";

    // who acts on a report has to find it; reading as such is asked for by the endpoints
    private static readonly FrozenDictionary<string, Permission[]> Table = new Dictionary<string, Permission[]>
    {
        [ReadReports] = [Permission.ReadReports],
        [WriteReports] = [Permission.SubmitReports],
        [WriteUpdates] = [Permission.ReadReports, Permission.HandleReports],
        [ManageWebhooks] = [Permission.ManageWebhooks, Permission.ReadEvents],
        [ReadExports] = [Permission.ReadReports, Permission.ExportReports],
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> All { get; } = [ReadReports, WriteReports, WriteUpdates, ManageWebhooks, ReadExports];

    /// <param name="wholeCity">Not limited to some agencies.</param>
    public static IReadOnlySet<Permission> Permissions(IReadOnlyCollection<string> scopes, bool wholeCity)
    {
        var permissions = scopes.SelectMany(scope => Table[scope]).ToHashSet();
        if (wholeCity && permissions.Contains(Permission.ReadReports))
        {
            permissions.Add(Permission.ReadAllReports);
        }

        return permissions;
    }
}

/// <summary>The integration client behind an <see cref="Actor"/>.</summary>
/// <param name="Scopes">What this request may do: those of its token that the client still has.</param>
/// <param name="RequestsPerMinute">Its quota, in each class of routes; null for what everybody has.</param>
public sealed record ClientIdentity(Guid Id, IReadOnlyList<string> Scopes, int? RequestsPerMinute = null);
