using System.Security.Cryptography;
using System.Text;

namespace KediriLapor.Reports.Model;

/// <summary>The reporter's key to the own report: 130 random bits, told once in the receipt, kept only as a hash.</summary>
public readonly record struct ReportSecret(string Value)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 26;

    public static ReportSecret New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>A plain SHA-256 is enough: there is nothing to guess in 130 random bits.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Value));

    /// <summary>Compares in constant time.</summary>
    public static bool Matches(string? presented, byte[] hash) =>
        presented is { Length: Length } && CryptographicOperations.FixedTimeEquals(new ReportSecret(presented).Hash(), hash);
}
