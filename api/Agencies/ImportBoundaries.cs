using KediriLapor.Agencies.Boundaries;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO.Converters;

namespace KediriLapor.Agencies;

/// <summary>Judges a boundary file and, when it is acceptable and asked to, puts it in force.</summary>
/// <param name="Source">Where the file comes from, kept with each boundary: a decree, a date.</param>
public sealed record ImportBoundaries(byte[] File, string Source, bool Apply) : ICommand<BoundaryReport>;

/// <summary>What is wrong with the file and what it changes; it is in force when <paramref name="Applied"/>.</summary>
public sealed record BoundaryReport(IReadOnlyList<BoundaryProblem> Problems, IReadOnlyList<WardChange> Changes, bool Applied);

internal sealed class ImportBoundariesHandler(AppDb db, CityWatch watch) : IRequestHandler<ImportBoundaries, BoundaryReport>
{
    private static readonly System.Text.Json.JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public async Task<BoundaryReport> Handle(ImportBoundaries request, CancellationToken cancellationToken)
    {
        var present = watch.Current.Wards;
        var file = BoundaryFile.Read(request.File, [.. present.Areas.Select(area => area.Ward)]);
        if (!file.IsAcceptable)
        {
            return new BoundaryReport(file.Problems, [], Applied: false);
        }

        var changes = file.ChangesFrom(present);
        if (request.Apply)
        {
            var kelurahan = await db.Kelurahan.ToDictionaryAsync(k => k.Code, cancellationToken);
            foreach (var area in file.Areas)
            {
                kelurahan[area.Ward.Code].Boundary = System.Text.Json.JsonSerializer.Serialize(area.Area, GeoJson);
                kelurahan[area.Ward.Code].BoundarySource = request.Source;
            }
        }

        return new BoundaryReport(file.Problems, changes, request.Apply);
    }
}
