namespace KediriLapor.Open311;

/// <summary>The smallest version 7 id of a moment: what was made before sorts before it.</summary>
internal static class TimeKey
{
    public static Guid Of(DateTimeOffset moment)
    {
        Span<byte> id = stackalloc byte[16];
        var milliseconds = Math.Max(0, moment.ToUnixTimeMilliseconds());
        for (var i = 5; i >= 0; i--, milliseconds >>= 8)
        {
            id[i] = (byte)milliseconds;
        }

        return new Guid(id, bigEndian: true);
    }
}
