using KediriLapor.Platform;
using NetVips;

namespace KediriLapor.Reports.Attachments;

/// <summary>A picture made safe: re-encoded, upright, without EXIF, GPS or anything appended.</summary>
/// <param name="TakenAt">Where the camera said it stood; null when it did not. Told to who asks for it at once, kept nowhere.</param>
public sealed record Picture(byte[] Full, byte[] Thumbnail, int Width, int Height, PointOnMap? TakenAt)
{
    public const string ContentType = "image/jpeg";
}

/// <summary>Turns uploads into pictures. The type is told by content, and the header is read before anything is decoded.</summary>
internal static class Pictures
{
    /// <summary>A 30,000 x 30,000 PNG of 100 kB would decode to 3.4 GiB.</summary>
    public const long PixelsMax = 40_000_000;

    /// <summary>
    /// Scans of a progressive JPEG, each of which walks over all pixels: 10 MB hold a million empty ones. Cameras and encoders
    /// write about ten, and the small picture inside the EXIF has some of its own.
    /// </summary>
    public const int ScansMax = 40;

    /// <summary>Half a picture is refused, not filled up with grey. To the loader it is said here: the thumbnailer keeps its own option to itself.</summary>
    private const string WholeOnly = "[fail_on=truncated]";

    private const int FullSide = 2048;
    private const int ThumbnailSide = 400;
    private const string Frames = "n-pages";
    private static readonly string[] Loaders = ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"];

    static Pictures()
    {
        NetVips.NetVips.BlockUntrusted = true;
        // as many uploads as cores are looked at together (UploadWorkers): each has one thread, and nothing of it is kept
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <exception cref="RuleViolation"><c>unsupported_image</c>, <c>image_animated</c> or <c>image_too_large</c>, naming <c>file</c>.</exception>
    public static Picture Read(byte[] upload)
    {
        try
        {
            return Encode(upload);
        }
        catch (VipsException)
        {
            throw Refused("unsupported_image");
        }
    }

    private static Picture Encode(byte[] upload)
    {
        if (!Loaders.Contains(Image.FindLoadBuffer(upload)))
        {
            throw Refused("unsupported_image");
        }

        PointOnMap? takenAt;
        using (var header = Image.NewFromBuffer(upload, access: Enums.Access.Sequential))
        {
            if ((long)header.Width * header.Height > PixelsMax || Scans(upload) > ScansMax)
            {
                throw Refused("image_too_large");
            }

            if (header.Contains(Frames) && (int)header.Get(Frames) > 1)
            {
                throw Refused("image_animated");
            }

            takenAt = ExifPosition.Of(header);
        }

        var (full, width, height) = Shrink(upload, FullSide);
        return new Picture(full, Shrink(upload, ThumbnailSide).Jpeg, width, height, takenAt);
    }

    /// <summary>Of a JPEG, whose coded data write no FF DA that is not a scan's beginning.</summary>
    private static int Scans(ReadOnlySpan<byte> upload) => upload.StartsWith<byte>([0xFF, 0xD8]) ? upload.Count<byte>([0xFF, 0xDA]) : 1;

    private static (byte[] Jpeg, int Width, int Height) Shrink(byte[] upload, int side)
    {
        using var picture = Image.ThumbnailBuffer(upload, side, WholeOnly, height: side, size: Enums.Size.Down);
        return (picture.JpegsaveBuffer(q: 82, keep: Enums.ForeignKeep.None, background: [255, 255, 255]), picture.Width, picture.Height);
    }

    private static RuleViolation Refused(string code) => new(code, field: "file");
}
