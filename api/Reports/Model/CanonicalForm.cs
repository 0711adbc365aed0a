using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KediriLapor.Reports.Model;

/// <summary>
/// Bytes that can be read in one way only, to be hashed: each part is its length (4 bytes, big-endian; -1 when absent) and its
/// content. The first part names kind and version, so nothing hashed as one thing can pass for another (docs/decisions/0011).
/// </summary>
public sealed class CanonicalForm
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public CanonicalForm(string kind) => Add(kind);

    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    public CanonicalForm Add(byte[]? part)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), part?.Length ?? -1);
        bytes.Advance(sizeof(int));
        bytes.Write(part);
        return this;
    }

    /// <summary>UTF-8.</summary>
    public CanonicalForm Add(string? text) => Add(text is null ? null : Encoding.UTF8.GetBytes(text));

    /// <summary>8 bytes, big-endian.</summary>
    public CanonicalForm Add(long number)
    {
        var part = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(part, number);
        return Add(part);
    }

    /// <summary>Microseconds since 1970 in UTC, as <see cref="Add(long)"/>: what PostgreSQL keeps.</summary>
    public CanonicalForm Add(DateTimeOffset instant) => Add((instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>As ISO 8601 writes it.</summary>
    public CanonicalForm Add(DateOnly? day) => Add(day?.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>16 bytes in the order in which they are written.</summary>
    public CanonicalForm Add(Guid? id) => Add(id?.ToByteArray(bigEndian: true));

    /// <summary>The word that JSON has for it.</summary>
    public CanonicalForm Add(Enum? word) => Add(word is null ? null : JsonNamingPolicy.CamelCase.ConvertName(word.ToString()));

    /// <summary>SHA-256, 32 bytes.</summary>
    public byte[] Hash() => SHA256.HashData(Bytes);
}
