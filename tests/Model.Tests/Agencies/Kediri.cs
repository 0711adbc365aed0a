using KediriLapor.Agencies.Boundaries;
using NetTopologySuite.Geometries;

namespace KediriLapor.Model.Tests.Agencies;

/// <summary>The city as shipped, and small made-up wards beside it.</summary>
internal static class Kediri
{
    public static readonly IReadOnlyList<Ward> Wards =
    [
        .. ReferenceFiles.Rows("kelurahan.csv").Select(row => new Ward(
            row.Text("kelurahan_code"),
            row.Text("kelurahan"),
            new(row.Text("kecamatan_code"), row.Text("kecamatan")))),
    ];

    public static readonly BoundaryFile Layer = BoundaryFile.Read(ReferenceFiles.Bytes("kelurahan.geojson"), Wards);

    public static readonly WardMap Map = new(Layer.Areas);

    /// <summary>A made-up ward: a box in degrees, with boxes cut out of it.</summary>
    public static WardArea Box(string code, Envelope box, params Envelope[] holes)
    {
        var factory = new GeometryFactory();
        return new(
            new(code, code, new("35.71.01", "Mojoroto")),
            factory.CreatePolygon(Ring(box), [.. holes.Select(Ring)]));

        LinearRing Ring(Envelope e) =>
            factory.CreateLinearRing([new(e.MinX, e.MinY), new(e.MaxX, e.MinY), new(e.MaxX, e.MaxY), new(e.MinX, e.MaxY), new(e.MinX, e.MinY)]);
    }
}
