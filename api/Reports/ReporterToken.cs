using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace KediriLapor.Reports;

/// <summary>256 random bits that open something for a while; kept only as a hash, which needs no salt where there is nothing to guess.</summary>
internal static class ReporterToken
{
    private const int Bytes = 32;

    /// <summary>Base64url, as it stands in an address.</summary>
    private const int Length = 43;

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>Null for what cannot be one of ours.</returns>
    public static byte[]? HashOf(string? token) => token is { Length: Length } ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;
}
