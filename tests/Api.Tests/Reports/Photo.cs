using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>Pictures as people and attackers send them.</summary>
internal static class Photo
{
    /// <summary>Where EXIF keeps the latitude.</summary>
    public const string GpsField = "exif-ifd3-GPSLatitude";

    public static byte[] Jpeg(int width = 640, int height = 480)
    {
        using var picture = Picture(width, height);
        return picture.JpegsaveBuffer();
    }

    public static byte[] Png()
    {
        using var picture = Picture(64, 48);
        return picture.PngsaveBuffer();
    }

    /// <summary>A WebP of two frames.</summary>
    public static byte[] Moving()
    {
        using var first = Picture(64, 48);
        using var second = first.Invert();
        using var both = Image.Arrayjoin([first, second], across: 1);
        using var moving = both.Mutate(told => told.Set(GValue.GIntType, "page-height", 48));
        return moving.WebpsaveBuffer();
    }

    /// <summary>A JPEG in several scans; the last of them again and again.</summary>
    public static byte[] Progressive(int moreScans = 0)
    {
        using var picture = Picture(640, 480);
        var file = picture.JpegsaveBuffer(interlace: true);
        var last = file.AsSpan().LastIndexOf<byte>([0xFF, 0xDA]);
        return [.. file[..^2], .. Enumerable.Repeat(file[last..^2], moreScans).SelectMany(scan => scan), .. file[^2..]];
    }

    /// <summary>A JPEG that tells where it was taken and carries a script behind its end.</summary>
    public static byte[] TellingJpeg()
    {
        using var picture = Picture(640, 480);
        using var telling = picture.Mutate(told =>
        {
            told.Set(GValue.RefStrType, GpsField, "7/1 49/1 6/1");
            told.Set(GValue.RefStrType, GpsField + "Ref", "S");
            told.Set(GValue.RefStrType, "exif-ifd3-GPSLongitude", "112/1 0/1 1275/100");
            told.Set(GValue.RefStrType, "exif-ifd3-GPSLongitudeRef", "E");
            told.Set(GValue.RefStrType, "exif-ifd0-Artist", "Sulastri Kenari");
        });
        return [.. telling.JpegsaveBuffer(), .. "<script>alert(1)</script>"u8];
    }

    /// <summary>A valid PNG of some 100 kB that would decode to 900 million pixels.</summary>
    public static byte[] Bomb()
    {
        const int side = 30_000;
        const int rowBytes = 1 + (side / 8);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var rows = new byte[rowBytes * 100];
            for (var i = 0; i < side / 100; i++)
            {
                zlib.Write(rows);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1; // one bit a pixel, grey
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static Image Picture(int width, int height)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var green = black + new double[] { 40, 160, 60 };
        return green.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(body));
        return [.. length, .. body, .. sum];
    }

    /// <summary>CRC-32 as PNG has it (RFC 2083, section 15).</summary>
    private static uint Checksum(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320u;
            }
        }

        return ~sum;
    }
}
