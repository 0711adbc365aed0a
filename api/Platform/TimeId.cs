using System.Buffers.Binary;

namespace KediriLapor.Platform;

/// <summary>Ids of version 7 sort by time (RFC 9562, 5.7): a period is a range of the key.</summary>
internal static class TimeId
{
    /// <summary>The smallest id of the instant: its milliseconds, and nothing after them.</summary>
    public static Guid FirstOf(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
