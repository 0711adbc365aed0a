namespace KediriLapor.Platform;

/// <summary>
/// What may lie under the wards, settings <c>Map:*</c>. Nothing by default: the wards are ground enough, and no third party learns who
/// looks at which street.
/// </summary>
/// <param name="Tiles">Address of raster tiles with <c>{z}</c>, <c>{x}</c>, <c>{y}</c>; null for none.</param>
/// <param name="Attribution">Whose map it is, in words; its terms ask for them.</param>
/// <param name="MaxZoom">The nearest zoom that has tiles.</param>
public sealed record MapBase(string? Tiles, string? Attribution, int MaxZoom)
{
    private static readonly string[] Holes = ["{z}", "{x}", "{y}"];

    private const int UsualZoom = 19;

    /// <exception cref="InvalidOperationException">The address of the tiles is none.</exception>
    internal static MapBase Of(IConfiguration configuration)
    {
        var tiles = configuration["Map:Tiles"] is { Length: > 0 } given ? given : null;
        if (tiles is not null && SourceOf(tiles) is null)
        {
            throw new InvalidOperationException($"Map:Tiles must be an http address with {{z}}, {{x}} and {{y}}, or a path of this site: {tiles}");
        }

        return new MapBase(tiles, configuration["Map:Attribution"], configuration.GetValue("Map:MaxZoom", UsualZoom));
    }

    /// <summary>Where pictures may come from because of it, as the content security policy names it; empty for this very site.</summary>
    internal string Source => Tiles is null ? "" : SourceOf(Tiles)!;

    private static string? SourceOf(string tiles)
    {
        if (!Holes.All(tiles.Contains))
        {
            return null;
        }

        if (tiles.StartsWith('/') && !tiles.StartsWith("//", StringComparison.Ordinal))
        {
            return "";
        }

        return Uri.TryCreate(tiles, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.GetLeftPart(UriPartial.Authority)
            : null;
    }
}
