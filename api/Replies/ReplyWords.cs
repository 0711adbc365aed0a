using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;

namespace KediriLapor.Replies;

/// <summary>What a reply template may name. None of it is personal: the officer adds by hand what this one reporter has to know.</summary>
internal static class ReplyWords
{
    public static readonly string[] Variables = ["agency", "code", "kelurahan", "service", "today"];

    private const string SampleCode = "7F3K-9QX2-M4D";

    public static Dictionary<string, object?> Of(City city, string code, string serviceCode, string? kelurahanCode, string? agencyCode, DateTimeOffset now) => new()
    {
        ["agency"] = city.AgencyNamed(agencyCode)?.Name,
        ["code"] = code,
        ["kelurahan"] = city.KelurahanNamed(kelurahanCode)?.Name,
        ["service"] = city.ServiceNamed(serviceCode).Name,
        ["today"] = IndonesianDate.Format(IndonesianDate.InWib(now).Day),
    };

    /// <summary>Of a report that does not exist: of this service or, without one, of the first.</summary>
    public static Dictionary<string, object?> Sample(City city, string? serviceCode, DateTimeOffset now)
    {
        var service = serviceCode is null ? city.Services.Values.MinBy(s => s.Position)! : city.ServiceOr(serviceCode, "serviceCode");
        return Of(city, SampleCode, service.Code, city.Kelurahan.Keys.Min(), city.Agencies.Keys.Min(), now);
    }
}
