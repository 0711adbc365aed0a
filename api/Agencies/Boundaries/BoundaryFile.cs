using System.Collections.Immutable;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Overlay;

namespace KediriLapor.Agencies.Boundaries;

/// <summary>
/// An official GeoJSON layer of the kelurahan, read and judged before it may replace the indicative boundaries. A bad file
/// gives problems, never an exception.
/// </summary>
public sealed class BoundaryFile
{
    private BoundaryFile(IEnumerable<WardArea> areas, IEnumerable<BoundaryProblem> problems)
    {
        Areas = [.. areas];
        Problems = [.. problems.OrderByDescending(problem => problem.Severity)];
    }

    /// <summary>Errors first, then warnings, each in the order of the checks.</summary>
    public ImmutableArray<BoundaryProblem> Problems { get; }

    /// <summary>The wards that could be read, by code; all of them when <see cref="IsAcceptable"/>.</summary>
    public ImmutableArray<WardArea> Areas { get; }

    /// <summary>No error: <see cref="Areas"/> may become the new <see cref="WardMap"/>.</summary>
    public bool IsAcceptable => !Problems.Any(problem => problem.Severity == BoundarySeverity.Error);

    /// <param name="file">A GeoJSON FeatureCollection in UTF-8, with or without byte order mark.</param>
    /// <param name="known">The kelurahan of the city: the file must draw each of them once and nothing else.</param>
    public static BoundaryFile Read(ReadOnlyMemory<byte> file, IReadOnlyCollection<Ward> known)
    {
        var reader = new BoundaryReader(known);
        reader.Read(file);
        var problems = reader.Problems.Concat(BoundaryTopology.Check(reader.Areas, complete: reader.Areas.Count == known.Count));
        return new(reader.Areas, problems);
    }

    /// <summary>What the file would change, ward by ward in the order of codes; wards that only one side knows are left out.</summary>
    public IReadOnlyList<WardChange> ChangesFrom(WardMap present) =>
        [.. from after in Areas
            let before = present.Find(after.Ward.Code)
            where before is not null
            select WardChange.Between(before, after)];
}

/// <summary>How one ward's extent differs between two layers. Areas on <see cref="CityPlane"/>, true to 0.015 %.</summary>
/// <param name="DifferenceM2">Area in square metres that belongs to the ward in one layer but not in the other.</param>
/// <param name="CentroidShiftM">Distance in metres between the centres of gravity.</param>
public sealed record WardChange(Ward Ward, double AreaBeforeKm2, double AreaAfterKm2, double DifferenceM2, double CentroidShiftM)
{
    private const double SquareMetresPerSquareKilometre = 1e6;

    internal static WardChange Between(WardArea before, WardArea after)
    {
        var (old, renewed) = (CityPlane.Project(before.Area), CityPlane.Project(after.Area));
        return new(
            after.Ward,
            old.Area / SquareMetresPerSquareKilometre,
            renewed.Area / SquareMetresPerSquareKilometre,
            OverlayNGRobust.Overlay(old, renewed, SpatialFunction.SymDifference).Area,
            old.Centroid.Distance(renewed.Centroid));
    }
}
