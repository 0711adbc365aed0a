using System.Globalization;
using System.Text;
using System.Xml.Linq;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>For whom a message is written.</summary>
public enum CapScope
{
    /// <summary>The units and other control rooms: place and note as they are.</summary>
    Restricted,

    /// <summary>Everybody: what happens in which kelurahan, and nothing that a caller said.</summary>
    Public,
}

/// <summary>
/// A dispatch as a message of the Common Alerting Protocol (OASIS CAP 1.2, July 2010). Each version is one message: the first alerts,
/// the later ones update all before them, a cancelled dispatch cancels them. Elements stand in the order of the standard's schema.
/// </summary>
internal sealed class CapMessage(EmergencyDispatch dispatch, CapScope scope, bool live, City city, Uri site)
{
    public const string MediaType = "application/cap+xml";

    public static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    /// <summary>Kilometres around the point: as far as a caller's words can be off.</summary>
    private const double RadiusKm = 0.2;

    private const string ShortZone = "yyyy-MM-dd'T'HH:mm:sszzz";

    private static readonly Dictionary<string, string[]> Categories = new()
    {
        ["DAR-KEBAKARAN"] = ["Fire"],
        ["DAR-MEDIS"] = ["Health"],
        ["DAR-LAKA"] = ["Transport", "Health"],
        ["DAR-BENCANA"] = ["Geo", "Met"],
        ["DAR-POHON"] = ["Met", "Safety"],
        ["DAR-HEWAN"] = ["Safety"],
        ["DAR-KAMTIBMAS"] = ["Security"],
        ["DAR-ODGJ"] = ["Health", "Security"],
        ["DAR-KEKERASAN"] = ["Security"],
        ["DAR-TENGGELAM"] = ["Rescue"],
        ["DAR-LISTRIK"] = ["Infra", "Safety"],
        ["DAR-GAS"] = ["CBRNE"],
    };

    private readonly Service service = city.Services[dispatch.ServiceCode];

    private string Sender => "112@" + site.Host;

    /// <remarks>The whole history is loaded.</remarks>
    public XDocument Write()
    {
        var past = dispatch.History.OrderBy(e => e.Version).ToArray();
        var type = dispatch.State == DispatchState.Cancelled ? "Cancel" : past.Length == 1 ? "Alert" : "Update";
        return new XDocument(
            new XDeclaration("1.0", "UTF-8", null),
            new XElement(
                Cap + "alert",
                Say("identifier", Identifier(past[^1])),
                Say("sender", Sender),
                Say("sent", Instant(past[^1].At)),
                // anything but production is an exercise: whoever receives it must not drive off
                Say("status", live ? "Actual" : "Exercise"),
                Say("msgType", type),
                Say("scope", scope == CapScope.Public ? "Public" : "Restricted"),
                scope == CapScope.Restricted ? Say("restriction", "Untuk unit yang dikerahkan dan pusat kendali lain") : null,
                past.Length > 1 ? Say("references", string.Join(' ', past[..^1].Select(e => $"{Sender},{Identifier(e)},{Instant(e.At)}"))) : null,
                Info()));
    }

    private XElement Info()
    {
        var arrived = dispatch.FirstOnSceneAt is not null;
        var (place, words) = (dispatch.Place, scope == CapScope.Restricted ? dispatch.Note : null);
        return new XElement(
            Cap + "info",
            Say("language", "id-ID"),
            Categories.GetValueOrDefault(service.Code, ["Other"]).Select(category => Say("category", category)),
            Say("event", service.Name),
            Say("responseType", dispatch.State == DispatchState.Open ? "Monitor" : "AllClear"),
            Say("urgency", dispatch.State == DispatchState.Open ? "Immediate" : "Past"),
            Say("severity", service.ResponseMinutes is { } minutes && minutes <= 15 ? "Severe" : "Moderate"),
            Say("certainty", dispatch.State == DispatchState.Cancelled ? "Unlikely" : arrived ? "Observed" : "Likely"),
            new XElement(Cap + "eventCode", Say("valueName", "KediriLapor"), Say("value", service.Code)),
            Say("onset", Instant(dispatch.ReceivedAt)),
            Say("senderName", "Lapor 112 Kota Kediri"),
            Say("headline", $"{service.Name}{(place.KelurahanCode is { } code ? ", Kelurahan " + city.Kelurahan[code].Name : "")}"),
            words is null ? null : Say("description", words),
            Say("contact", "112"),
            scope == CapScope.Restricted ? dispatch.Units.OrderBy(unit => unit.Role).ThenBy(unit => unit.AgencyCode, StringComparer.Ordinal).Select(Unit) : null,
            Area());
    }

    private XElement Unit(DispatchUnit unit) => new(
        Cap + "parameter", Say("valueName", unit.Role == UnitRole.Lead ? "leadUnit" : "supportUnit"), Say("value", $"{unit.AgencyCode} {unit.Step}"));

    private XElement? Area()
    {
        var (place, ward) = (dispatch.Place, dispatch.Place.KelurahanCode);
        var name = ward is null ? "Kota Kediri dan sekitarnya" : $"Kelurahan {city.Kelurahan[ward].Name}, Kota Kediri";
        var exact = scope == CapScope.Restricted;
        return new XElement(
            Cap + "area",
            Say("areaDesc", exact && place.Address is { } address ? $"{address}; {name}" : name),
            exact && place is { Lat: { } lat, Lng: { } lng } ? Say("circle", string.Create(CultureInfo.InvariantCulture, $"{lat:0.######},{lng:0.######} {RadiusKm}")) : null,
            ward is null ? null : new XElement(Cap + "geocode", Say("valueName", "kelurahan"), Say("value", ward)));
    }

    /// <summary>Without the characters that CAP reserves: space, comma, less-than, ampersand.</summary>
    private string Identifier(DispatchEvent happened) => string.Create(CultureInfo.InvariantCulture, $"kedirilapor.{dispatch.Id:N}.{happened.Version}");

    /// <summary>What a keyboard can send and XML cannot hold is left out.</summary>
    private static XElement Say(string name, string value) => new(Cap + name, string.Concat(value.EnumerateRunes().Where(IsXml)));

    private static bool IsXml(Rune rune) => rune.Value is 0x9 or 0xA or 0xD or >= 0x20 and not (0xFFFE or 0xFFFF);

    /// <summary>With an offset in figures: CAP forbids the letter Z.</summary>
    private static string Instant(DateTimeOffset at) => at.ToOffset(IndonesianDate.Wib).ToString(ShortZone, CultureInfo.InvariantCulture);
}
