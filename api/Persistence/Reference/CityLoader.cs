using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using KediriLapor.Agencies;
using KediriLapor.Agencies.Boundaries;
using KediriLapor.Deadlines;
using KediriLapor.Routing;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Persistence.Reference;

/// <summary>Reads the reference tables into a <see cref="City"/>.</summary>
internal static class CityLoader
{
    /// <summary>How many corrections the suggestions keep in mind, newest first.</summary>
    private const int CorrectionsKept = 5000;

    public static async Task<City> Load(AppDb db, long epoch, CancellationToken ct)
    {
        var services = (await db.Services.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(service => service.Code);
        var groups = (await db.ServiceGroups.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(group => group.Code);
        var agencies = (await db.Agencies.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(agency => agency.Code);
        var kelurahan = (await db.Kelurahan.AsNoTracking().OrderBy(k => k.Code).ToListAsync(ct)).ToFrozenDictionary(k => k.Code);
        var rules = await db.RoutingRules.AsNoTracking().ToListAsync(ct);
        // before the days: an edit in between makes days newer than their version, which is counted again; the other way round it would be missed
        var calendarVersion = await db.CalendarVersion(ct);
        var calendar = new WorkingCalendar(await db.Holidays.AsNoTracking().ToListAsync(ct), await db.OfficeHours.AsNoTracking().ToListAsync(ct)) { Version = calendarVersion };
        var corrections = await db.LearnedCorrections.OrderByDescending(c => c.ReportId).Take(CorrectionsKept)
            .Select(c => new LearnedExample(c.Text, c.ServiceCode)).ToListAsync(ct);

        return new City
        {
            Epoch = epoch,
            ChangedAt = await db.Database.SqlQuery<DateTimeOffset>($"SELECT changed_at AS \"Value\" FROM reference_epoch").SingleAsync(ct),
            Services = services,
            Groups = groups,
            Agencies = agencies,
            Kelurahan = kelurahan,
            IntegrityServices = [.. services.Values.Where(service => service.Integrity).Select(service => service.Code)],
            ConfidentialServices = [.. services.Values.Where(service => service.Integrity || service.ConfidentialByDefault).Select(service => service.Code)],
            Wards = new WardMap(kelurahan.Values.Select(Area)),
            WardLayer = Layer(kelurahan.Values),
            Routing = new RoutingTable(rules, code => agencies[code].ShortName, code => services[code].Name),
            Calendar = calendar,
            Suggestions = SuggestionIndex.Build(
                services.Values.Where(service => service.Active).OrderBy(service => service.Code, StringComparer.Ordinal).Select(service => new SuggestibleService(
                    service.Code, service.Name, groups[service.GroupCode].Name, service.Emergency, service.Words, service.ColloquialWords)),
                kelurahan.Values.Select(k => new NamedPlace(k.Code, k.Name, k.Aliases, k.KecamatanName, k.Namesake)),
                Language.Default,
                corrections),
        };
    }

    private static WardArea Area(Kelurahan kelurahan)
    {
        using var boundary = JsonDocument.Parse(kelurahan.Boundary);
        var reader = new GeometryReader();
        var geometry = reader.Read(boundary.RootElement) ?? throw new InvalidDataException($"Boundary of {kelurahan.Code}: {reader.Fault?.Message}");
        return new WardArea(new Ward(kelurahan.Code, kelurahan.Name, new Kecamatan(kelurahan.KecamatanCode, kelurahan.KecamatanName)), geometry);
    }

    private static string Layer(IEnumerable<Kelurahan> wards)
    {
        var features = wards.OrderBy(ward => ward.Code, StringComparer.Ordinal).Select(ward => (JsonNode)new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = ward.Code,
            ["properties"] = new JsonObject
            {
                ["code"] = ward.Code,
                ["name"] = ward.Name,
                ["kecamatan"] = new JsonObject { ["code"] = ward.KecamatanCode, ["name"] = ward.KecamatanName },
            },
            ["geometry"] = JsonNode.Parse(ward.Boundary),
        });
        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) }.ToJsonString();
    }
}
