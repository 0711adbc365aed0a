using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KediriLapor.Proof;

/// <summary>The signed root over all history rows that a day added. Kept and published for every day, also one without a row.</summary>
/// <param name="Date">The day in WIB.</param>
/// <param name="Count">Rows under the root.</param>
/// <param name="Root">Root of the hash tree (RFC 9162, SHA-256) over the rows' hashes.</param>
/// <param name="Previous">SHA-256 of the statement of the day before; 32 zero bytes for the first day.</param>
/// <param name="KeyId">Which of the published keys signed.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the statement, in DER.</param>
public sealed record SignedRoot(DateOnly Date, int Count, byte[] Root, byte[] Previous, string KeyId, byte[] Signature)
{
    /// <summary>What the first day has before it.</summary>
    public static byte[] Nothing => new byte[SHA256.HashSizeInBytes];

    /// <summary>What is signed: five lines that can be read, printed and checked with <c>openssl dgst -sha256 -verify</c>.</summary>
    public byte[] Statement() => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"kedirilapor root 1\ndate {Date:yyyy-MM-dd}\nrows {Count}\nroot {Convert.ToHexStringLower(Root)}\nprevious {Convert.ToHexStringLower(Previous)}\n"));

    /// <summary>By which the next day names this one.</summary>
    public byte[] Hash() => SHA256.HashData(Statement());

    internal SignedRoot SignedBy(ECDsa key) =>
        this with { Signature = key.SignData(Statement(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) };

    internal bool IsSignedBy(ECDsa key) =>
        key.VerifyData(Statement(), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
