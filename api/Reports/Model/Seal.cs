using System.Security.Cryptography;

namespace KediriLapor.Reports.Model;

/// <summary>
/// A salted digest that stands for a text in the hash of its row. Without the salt nobody can try out what the text may have
/// been, so a text is forgotten by removing it and its salt, and the chain of hashes still holds (UU 27/2022).
/// </summary>
internal static class Seal
{
    /// <summary>128 bits: more than anybody can try.</summary>
    public const int SaltBytes = 16;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    public static byte[] Of(string? note, byte[] salt) => new CanonicalForm("kedirilapor note 1").Add(salt).Add(note).Hash();

    /// <summary>Whether the digest is this note's, or the note has been forgotten and is not there.</summary>
    public static bool Holds(string? note, byte[]? salt, byte[] digest) =>
        salt is null ? note is null : Of(note, salt).AsSpan().SequenceEqual(digest);
}
