using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KediriLapor.Proof;

/// <summary>A key that signs daily roots: the private half sealed by the data protection system, shared by all instances.</summary>
public sealed class SigningKey
{
    /// <summary>The algorithm of every key so far, in the words of JOSE (RFC 7518).</summary>
    public const string Algorithm = "ES256";

    private SigningKey()
    {
    }

    /// <summary>The first 8 bytes of the SHA-256 of <see cref="PublicKey"/>, in hex.</summary>
    public string Id { get; private init; } = "";

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public byte[] PublicKey { get; private init; } = [];

    /// <summary>PKCS #8, sealed.</summary>
    public byte[] SealedPrivateKey { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    internal static SigningKey New(IDataProtector protector, DateTimeOffset now)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = pair.ExportSubjectPublicKeyInfo();
        return new SigningKey
        {
            Id = IdOf(publicKey),
            PublicKey = publicKey,
            SealedPrivateKey = protector.Protect(pair.ExportPkcs8PrivateKey()),
            CreatedAt = now,
        };
    }

    internal static string IdOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 8));

    /// <returns>The whole key pair; the caller disposes it.</returns>
    internal ECDsa Open(IDataProtector protector)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(protector.Unprotect(SealedPrivateKey), out _);
        return pair;
    }
}
