using System.Collections.Frozen;
using KediriLapor.Agencies;
using KediriLapor.Agencies.Boundaries;
using KediriLapor.Deadlines;
using KediriLapor.Platform;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.Persistence.Reference;

/// <summary>
/// The city's reference data as one immutable snapshot in memory: what a report is checked, placed, routed and timed with,
/// without a query. A change in any of its tables makes a new one (<see cref="CityWatch"/>).
/// </summary>
public sealed class City
{
    public required long Epoch { get; init; }

    /// <summary>When the newest of it was changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    public required FrozenDictionary<string, Service> Services { get; init; }

    public required FrozenDictionary<string, ServiceGroup> Groups { get; init; }

    public required FrozenDictionary<string, Agency> Agencies { get; init; }

    public required FrozenDictionary<string, Kelurahan> Kelurahan { get; init; }

    public required WardMap Wards { get; init; }

    /// <summary>The ward boundaries as one GeoJSON document.</summary>
    public required string WardLayer { get; init; }

    public required RoutingTable Routing { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public required SuggestionIndex Suggestions { get; init; }

    /// <summary>About officials themselves; see <see cref="Service.Integrity"/>.</summary>
    public required string[] IntegrityServices { get; init; }

    /// <summary>Confidential by nature, integrity included.</summary>
    public required string[] ConfidentialServices { get; init; }

    public Service ServiceOr(string code, string field) =>
        Services.GetValueOrDefault(code) is { Active: true } service ? service : throw new RuleViolation("unknown_service", field: field);

    public Agency AgencyOr(string code, string field) =>
        Agencies.GetValueOrDefault(code) is { Active: true } agency ? agency : throw new RuleViolation("unknown_agency", field: field);

    public Kelurahan KelurahanOr(string code, string field) =>
        Kelurahan.GetValueOrDefault(code) ?? throw new RuleViolation("unknown_kelurahan", field: field);

    public ServiceTerms TermsOf(string serviceCode)
    {
        var service = Services[serviceCode];
        return new ServiceTerms(Calendar, service.ResolveDays, service.ResponseMinutes, service.PhotoAfterRequired);
    }

    /// <summary>Other rules about the same services and agencies.</summary>
    public RoutingTable RoutingBy(IEnumerable<RoutingRule> rules) => new(rules, code => Agencies[code].ShortName, code => Services[code].Name);

    /// <summary>Outside agencies have no officers here: verifiers follow their reports up.</summary>
    public bool FollowedByVerifiers(string? agencyCode) =>
        agencyCode is not null && Agencies.GetValueOrDefault(agencyCode) is { Kind: AgencyKind.External };

    public Named ServiceNamed(string code) => new(code, Services[code].Name, EnglishOf(Services[code].NameEn));

    public Named GroupNamed(string code) => new(code, Groups[code].Name, EnglishOf(Groups[code].NameEn));

    /// <summary>Null for what an admin has given no English name.</summary>
    public static string? EnglishOf(string name) => name.Length == 0 ? null : name;

    /// <summary>What kept words about who is responsible say in English; null for a person's words.</summary>
    /// <param name="agencyCode">The agency that was chosen.</param>
    public string? EnglishReason(string? kept, string serviceCode, string? agencyCode, double? borderMetres)
    {
        var (service, agency) = (Services[serviceCode], agencyCode is null ? null : Agencies[agencyCode]);
        return RoutingSentence.EnglishOf(
            kept, (service.Name, EnglishOf(service.NameEn) ?? service.Name), agency is null ? null : (agency.ShortName, agency.Name), borderMetres);
    }

    public Named? AgencyNamed(string? code) => code is null ? null : new Named(code, Agencies[code].Name);

    public Named? KelurahanNamed(string? code) => code is null ? null : new Named(code, Kelurahan[code].Name);

    public Named? KecamatanNamed(string? kelurahanCode) =>
        kelurahanCode is null ? null : new Named(Kelurahan[kelurahanCode].KecamatanCode, Kelurahan[kelurahanCode].KecamatanName);
}
