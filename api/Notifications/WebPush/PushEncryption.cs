using System.Buffers.Binary;
using System.Security.Cryptography;

namespace KediriLapor.Notifications.WebPush;

/// <summary>
/// Encrypts for one browser, so that the push service between carries what it cannot read: RFC 8291, in a single record of
/// <c>aes128gcm</c> (RFC 8188).
/// </summary>
internal static class PushEncryption
{
    /// <summary>Octets that every push service has to take (RFC 8291, section 4).</summary>
    private const int RecordSize = 4096;

    private const int SaltSize = 16;
    private const int TagSize = 16;
    private const byte LastRecord = 2;

    /// <summary>What fits into the record beside salt, record size, key and tag.</summary>
    public const int MessageMax = 3993;

    /// <param name="publicKey">The browser's <c>p256dh</c>.</param>
    /// <param name="secret">The browser's <c>auth</c>, 16 bytes.</param>
    /// <param name="paddedTo">Length in bytes up to which a shorter message is filled, for a length tells which words it may be.</param>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] publicKey, byte[] secret, int paddedTo)
    {
        using var sender = ECDiffieHellman.Create(P256.Curve);
        return Encrypt(message, publicKey, secret, paddedTo, sender, RandomNumberGenerator.GetBytes(SaltSize));
    }

    /// <param name="sender">A key pair for this message alone.</param>
    internal static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] publicKey, byte[] secret, int paddedTo, ECDiffieHellman sender, byte[] salt)
    {
        using var receiver = P256.Read(publicKey);
        var senderKey = P256.Write(sender.ExportParameters(includePrivateParameters: false).Q);
        var shared = sender.DeriveRawSecretAgreement(receiver.PublicKey);
        var input = Derive(shared, 32, secret, [.. "WebPush: info\0"u8, .. publicKey, .. senderKey]);

        var plain = new byte[Math.Max(message.Length, paddedTo) + 1];
        message.CopyTo(plain);
        plain[message.Length] = LastRecord;
        var (sealedText, tag) = (new byte[plain.Length], new byte[TagSize]);
        using var cipher = new AesGcm(Derive(input, 16, salt, "Content-Encoding: aes128gcm\0"u8), TagSize);
        cipher.Encrypt(Derive(input, 12, salt, "Content-Encoding: nonce\0"u8), plain, sealedText, tag);

        var recordSize = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(recordSize, RecordSize);
        return [.. salt, .. recordSize, (byte)senderKey.Length, .. senderKey, .. sealedText, .. tag];
    }

    private static byte[] Derive(byte[] input, int length, byte[] salt, ReadOnlySpan<byte> info)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, input, derived, salt, info);
        return derived;
    }
}
