using KediriLapor.Platform;
using NetVips;

namespace KediriLapor.Reports;

/// <summary>A picture made safe: re-encoded, upright, without EXIF, GPS or anything appended.</summary>
/// <param name="TakenAt">Where the camera said it stood; null when it did not. Told to who asks for it at once, kept nowhere.</param>
public sealed record Picture(byte[] Full, byte[] Thumbnail, int Width, int Height, PointOnMap? TakenAt)
{
    public const string ContentType = "image/jpeg";
}

/// <summary>Turns uploads into pictures. The type is told by content, and the header is read before anything is decoded.</summary>
internal sealed class Pictures : IDisposable
{
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>A 30,000 x 30,000 PNG of 100 kB would decode to 3.4 GiB.</summary>
    private const long MaxPixels = 40_000_000;

    /// <summary>Half a picture is refused, not filled up with grey. To the loader it is said here: the thumbnailer keeps its own option to itself.</summary>
    private const string WholeOnly = "[fail_on=truncated]";

    private const int FullSide = 2048;
    private const int ThumbnailSide = 400;
    private static readonly string[] Loaders = ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"];

    /// <summary>Decoding costs a core and some 100 MB: as many at once as there are cores, the others wait.</summary>
    private readonly SemaphoreSlim workers = new(Environment.ProcessorCount);

    static Pictures() => NetVips.NetVips.BlockUntrusted = true;

    public async Task<Picture> Read(byte[] upload, CancellationToken ct)
    {
        await workers.WaitAsync(ct);
        try
        {
            return Encode(upload);
        }
        catch (VipsException)
        {
            throw new RuleViolation("unsupported_image", field: "file");
        }
        finally
        {
            workers.Release();
        }
    }

    public void Dispose() => workers.Dispose();

    private static Picture Encode(byte[] upload)
    {
        if (!Loaders.Contains(Image.FindLoadBuffer(upload)))
        {
            throw new RuleViolation("unsupported_image", field: "file");
        }

        PointOnMap? takenAt;
        using (var header = Image.NewFromBuffer(upload, access: Enums.Access.Sequential))
        {
            if ((long)header.Width * header.Height > MaxPixels)
            {
                throw new RuleViolation("image_too_large", field: "file");
            }

            takenAt = ExifPosition.Of(header);
        }

        var (full, width, height) = Shrink(upload, FullSide);
        return new Picture(full, Shrink(upload, ThumbnailSide).Jpeg, width, height, takenAt);
    }

    private static (byte[] Jpeg, int Width, int Height) Shrink(byte[] upload, int side)
    {
        using var picture = Image.ThumbnailBuffer(upload, side, WholeOnly, height: side, size: Enums.Size.Down);
        return (picture.JpegsaveBuffer(q: 82, keep: Enums.ForeignKeep.None, background: [255, 255, 255]), picture.Width, picture.Height);
    }
}
