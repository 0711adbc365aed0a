using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Agencies;

public sealed record LocateWard(Coordinates At) : IQuery<LocatedWard>;

/// <summary>In which kelurahan a point lies; outside the city is a normal answer.</summary>
/// <param name="BorderMetres">Distance to the nearest border of that kelurahan.</param>
/// <param name="Alternatives">Other kelurahan within 30 m: the reporter is asked.</param>
public sealed record LocatedWard(bool Inside, Named? Kelurahan, Named? Kecamatan, double? BorderMetres, IReadOnlyList<Named> Alternatives);

internal sealed class LocateWardHandler(CityWatch watch) : IRequestHandler<LocateWard, LocatedWard>
{
    public Task<LocatedWard> Handle(LocateWard request, CancellationToken cancellationToken)
    {
        var fix = watch.Current.Wards.Locate(request.At.Lat, request.At.Lng);
        return Task.FromResult(new LocatedWard(
            fix.Inside,
            fix.Kelurahan is { } kelurahan ? new Named(kelurahan.Code, kelurahan.Name) : null,
            fix.Kecamatan is { } kecamatan ? new Named(kecamatan.Code, kecamatan.Name) : null,
            fix.BorderMetres is { } metres ? Math.Round(metres, 1) : null,
            [.. fix.Alternatives.Select(ward => new Named(ward.Code, ward.Name))]));
    }
}
