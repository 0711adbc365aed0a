using KediriLapor.Merata.Model;
using NetVips;

namespace KediriLapor.Merata;

/// <summary>What the photos of the demonstration's works show: a lane between two walls, drawn, in three states.</summary>
internal static class DemoPhotos
{
    private const int Width = 960;
    private const int Height = 720;
    private const int Horizon = 260;

    public static byte[] Of(WorkPhotoTag tag)
    {
        // per cent of the lane that is paved
        var paved = tag switch { WorkPhotoTag.Before or WorkPhotoTag.Start => 0, WorkPhotoTag.Half => 50, WorkPhotoTag.Full => 100 };
        using var ground = (Image.Black(Width, Height, bands: 3) + new[] { 186.0, 206.0, 222.0 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var drawn = ground.Mutate(picture =>
        {
            picture.DrawRect([150, 164, 128], 0, Horizon, Width, Height - Horizon, fill: true);
            picture.DrawRect([214, 196, 170], 0, 120, 250, 330, fill: true);
            picture.DrawRect([170, 92, 74], 0, 90, 270, 40, fill: true);
            picture.DrawRect([224, 208, 186], 720, 150, 240, 290, fill: true);
            picture.DrawRect([150, 84, 70], 700, 118, 260, 42, fill: true);
            for (var y = Horizon; y < Height; y++)
            {
                Lane(picture, y, paved);
            }

            if (paved < 100)
            {
                Puddles(picture, paved);
            }
        });
        return drawn.JpegsaveBuffer(q: 80);
    }

    /// <summary>One line of it, wider the nearer; what is paved lies in front.</summary>
    private static void Lane(MutableImage picture, int y, int paved)
    {
        var near = (y - Horizon) / (double)(Height - Horizon);
        var half = (int)(50 + (near * 330));
        var isPaved = 1 - near < paved / 100.0 && paved > 0;
        // rows of stones, closer together far away
        var row = (int)(12 / (1.08 - near));
        double[] colour = !isPaved ? [134, 104, 74] : row % 2 == 0 ? [176, 172, 166] : [160, 156, 150];
        picture.DrawRect(colour, (Width / 2) - half, y, 2 * half, 1, fill: true);
        if (isPaved)
        {
            picture.DrawRect([118, 114, 108], (Width / 2) - half - 8, y, 8, 1, fill: true);
            picture.DrawRect([118, 114, 108], (Width / 2) + half, y, 8, 1, fill: true);
        }
    }

    private static void Puddles(MutableImage picture, int paved)
    {
        foreach (var (x, y, size) in new[] { (470, 330, 16), (520, 380, 22), (430, 430, 26), (560, 520, 40), (380, 600, 48) }.Where(puddle => paved == 0 || puddle.Item2 < 480))
        {
            picture.DrawCircle([96, 84, 70], x, y, size, fill: true);
            picture.DrawCircle([148, 150, 150], x + 4, y + 2, size * 2 / 3, fill: true);
        }
    }
}
