using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Points of NIST P-256 as Web Push writes them: 65 bytes, 0x04 and both coordinates (SEC 1, uncompressed).</summary>
internal static class P256
{
    private const int Coordinate = 32;
    private const int PointSize = 1 + (2 * Coordinate);
    private const byte Uncompressed = 4;

    public static readonly ECCurve Curve = ECCurve.NamedCurves.nistP256;

    public static byte[] Write(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];

    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    public static ECDiffieHellman Read(byte[] point) => ECDiffieHellman.Create(new ECParameters
    {
        Curve = Curve,
        Q = new ECPoint { X = point[1..(1 + Coordinate)], Y = point[(1 + Coordinate)..] },
    });

    /// <summary>A point off the curve would give its sender a hold on our half of the secret.</summary>
    public static bool IsPoint([NotNullWhen(true)] byte[]? bytes)
    {
        if (bytes is not [Uncompressed, ..] || bytes.Length != PointSize)
        {
            return false;
        }

        try
        {
            Read(bytes).Dispose();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
