using System.Security.Cryptography;
using System.Text.Json;
using KediriLapor.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace KediriLapor.Routing.Rules;

/// <summary>What a replay found, for the history of what was activated after it.</summary>
internal sealed record ReplayOutcome(IReadOnlyList<NewRuleChange> Changes, int Version, DateOnly From, DateOnly Until, int Considered, int Moved);

/// <summary>
/// Says that these changes were tried out on these rules a short while ago, and what came of it. Sealed with the keys that all instances
/// share, so nothing has to be stored and nobody can say it of themselves.
/// </summary>
internal sealed class ReplayTokens(IDataProtectionProvider protection)
{
    /// <summary>Long enough to read the result, too short for the reports to have become others.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = protection.CreateProtector("routing replay");

    public (string Token, DateTimeOffset Until) Issue(ReplayOutcome outcome, DateTimeOffset now)
    {
        var until = now + Lifetime;
        var said = new Said(HashOf(outcome.Changes), outcome.Version, until, outcome.From, outcome.Until, outcome.Considered, outcome.Moved);
        return (WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(said))), until);
    }

    /// <returns>Null unless it was said of these changes on this version, and lately.</returns>
    public ReplayOutcome? Read(string token, IReadOnlyList<NewRuleChange> changes, int version, DateTimeOffset now) =>
        Open(token) is { } said && said.Version == version && now < said.TokenUntil && said.Hash == HashOf(changes)
            ? new ReplayOutcome(changes, version, said.From, said.Until, said.Considered, said.Moved)
            : null;

    private Said? Open(string token)
    {
        try
        {
            return JsonSerializer.Deserialize<Said>(protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static string HashOf(IReadOnlyList<NewRuleChange> changes) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(changes, AppDb.ShownJson)));

    private sealed record Said(string Hash, int Version, DateTimeOffset TokenUntil, DateOnly From, DateOnly Until, int Considered, int Moved);
}
