using System.Net;
using System.Xml.Linq;
using System.Xml.Schema;
using KediriLapor.CallCentre.Dispatches;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.CallCentre;

/// <summary>An emergency as other control rooms read it (OASIS CAP 1.2).</summary>
public sealed class CapTests : Story
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    private static readonly XmlSchemaSet Rules = Read();

    private Desk desk = null!;

    [OneTimeSetUp]
    public async Task Sit() => desk = new Desk(await Given.StaffAsync("operator"));

    [Test]
    public async Task Each_version_is_a_message_that_names_all_before_it()
    {
        var call = await desk.CallAsync(CallKind.Emergency, "081288880001");
        var fire = await desk.FireAsync(Desk.Fire with { CallIds = [call.GetProperty("id").GetGuid()], Note = "Api & asap <tebal> \u0001." });
        var alert = await MessageAsync(fire);
        Assert.That((Of(alert, "status"), Of(alert, "msgType"), Of(alert, "scope"), Of(alert, "references")), Is.EqualTo(("Exercise", "Alert", "Restricted", (string?)null)), "never Actual outside production");
        Assert.That(alert.Descendants(Cap + "category").Single().Value, Is.EqualTo("Fire"));
        Assert.That(alert.Descendants(Cap + "circle").Single().Value, Is.EqualTo("-7.818385,112.003541 0.2"));
        Assert.That(alert.Descendants(Cap + "geocode").Single().Value, Does.EndWith(Given.BandarLor));
        Assert.That(alert.ToString(), Does.Not.Contain("8888"), "no number of anybody");

        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/units/SATPOLPP/steps"), 1, new NewStep { Step = UnitStep.OnScene })).HasStatus(HttpStatusCode.OK);
        var update = await MessageAsync(fire);
        Assert.That((Of(update, "msgType"), update.Descendants(Cap + "certainty").Single().Value), Is.EqualTo(("Update", "Observed")));
        Assert.That(Of(update, "references"), Is.EqualTo($"{Of(alert, "sender")},{Of(alert, "identifier")},{Of(alert, "sent")}"));

        (await desk.Taker.ChangeAsync(Desk.Path(fire, "/cancellation"), 2, new DispatchCancellation { Reason = "Asap sampah" })).HasStatus(HttpStatusCode.OK);
        var cancel = await MessageAsync(fire);
        Assert.That((Of(cancel, "msgType"), Of(cancel, "references")!.Split(' ').Length), Is.EqualTo(("Cancel", 2)));
    }

    [Test]
    public async Task The_public_hears_what_and_in_which_kelurahan_and_of_a_secret_matter_nothing()
    {
        var open = await MessageAsync(await desk.FireAsync(), "?scope=public");
        Assert.That((Of(open, "scope"), open.Descendants(Cap + "circle").Any(), open.Descendants(Cap + "description").Any()), Is.EqualTo(("Public", false, false)));
        Assert.That(open.ToString(), Does.Not.Contain("Belakang pasar").And.Not.Contain("SATPOLPP"));
        var secret = await desk.FireAsync(Desk.Fire with { ServiceCode = "DAR-KEKERASAN" });
        (await desk.Taker.GetAsync(Desk.Path(secret, "/cap?scope=public"))).IsProblem(HttpStatusCode.Forbidden, "dispatch_confidential", "scope");
    }

    private async Task<XDocument> MessageAsync(System.Text.Json.JsonElement dispatch, string query = "")
    {
        var answer = await desk.Taker.GetAsync(Desk.Path(dispatch, "/cap" + query));
        answer.HasStatus(HttpStatusCode.OK);
        Assert.That(answer.ContentType, Is.EqualTo("application/cap+xml"));
        var message = XDocument.Parse(answer.Text);
        message.Validate(Rules, (_, fault) => Assert.Fail(fault.Message));
        return message;
    }

    private static string? Of(XDocument message, string element) => message.Root!.Element(Cap + element)?.Value;

    /// <summary>
    /// What the standard asks for (CAP 1.2, sections 3.2 and 3.3), in our own words: the order and number of the elements, the values
    /// that may stand in them, the forms of dates, circles and references.
    /// </summary>
    private static XmlSchemaSet Read()
    {
        static string One(string name, string type, string occurs = "") => $"<xs:element name='{name}' type='{type}' {occurs}/>";
        static string Choice(string name, string values) =>
            $"<xs:simpleType name='{name}'><xs:restriction base='xs:string'>{string.Concat(values.Split(' ').Select(value => $"<xs:enumeration value='{value}'/>"))}</xs:restriction></xs:simpleType>";
        static string Form(string name, string pattern) => $"<xs:simpleType name='{name}'><xs:restriction base='xs:string'><xs:pattern value='{pattern}'/></xs:restriction></xs:simpleType>";
        static string Type(string name, params string[] elements) => $"<xs:complexType name='{name}'><xs:sequence>{string.Concat(elements)}</xs:sequence></xs:complexType>";
        const string Maybe = "minOccurs='0'";
        const string Any = "minOccurs='0' maxOccurs='unbounded'";
        const string Some = "maxOccurs='unbounded'";
        var rules = $"""
            <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='{Cap}' targetNamespace='{Cap}' elementFormDefault='qualified'>
            <xs:element name='alert' type='alertType'/>
            {Form("word", "[^\\s,&lt;&amp;]+")}
            {Form("instant", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[+\\-]\\d{2}:\\d{2}")}
            {Form("circleForm", "-?\\d+(\\.\\d+)?,-?\\d+(\\.\\d+)? \\d+(\\.\\d+)?")}
            {Form("referenceForm", "[^\\s,]+,[^\\s,]+,[^\\s,]+( [^\\s,]+,[^\\s,]+,[^\\s,]+)*")}
            {Choice("statuses", "Actual Exercise System Test Draft")}
            {Choice("types", "Alert Update Cancel Ack Error")}
            {Choice("scopes", "Public Restricted Private")}
            {Choice("categories", "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other")}
            {Choice("responses", "Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None")}
            {Choice("urgencies", "Immediate Expected Future Past Unknown")}
            {Choice("severities", "Extreme Severe Moderate Minor Unknown")}
            {Choice("certainties", "Observed Likely Possible Unlikely Unknown")}
            {Type("pair", One("valueName", "xs:string"), One("value", "xs:string"))}
            {Type("areaType", One("areaDesc", "xs:string"), One("polygon", "xs:string", Any), One("circle", "circleForm", Any), One("geocode", "pair", Any), One("altitude", "xs:decimal", Maybe), One("ceiling", "xs:decimal", Maybe))}
            {Type("infoType",
                One("language", "xs:language", Maybe), One("category", "categories", Some), One("event", "xs:string"), One("responseType", "responses", Any), One("urgency", "urgencies"), One("severity", "severities"),
                One("certainty", "certainties"), One("audience", "xs:string", Maybe), One("eventCode", "pair", Any), One("effective", "instant", Maybe), One("onset", "instant", Maybe), One("expires", "instant", Maybe),
                One("senderName", "xs:string", Maybe), One("headline", "xs:string", Maybe), One("description", "xs:string", Maybe), One("instruction", "xs:string", Maybe), One("web", "xs:anyURI", Maybe),
                One("contact", "xs:string", Maybe), One("parameter", "pair", Any), One("area", "areaType", Any))}
            {Type("alertType",
                One("identifier", "word"), One("sender", "word"), One("sent", "instant"), One("status", "statuses"), One("msgType", "types"), One("source", "xs:string", Maybe), One("scope", "scopes"),
                One("restriction", "xs:string", Maybe), One("addresses", "xs:string", Maybe), One("code", "xs:string", Any), One("note", "xs:string", Maybe), One("references", "referenceForm", Maybe),
                One("incidents", "xs:string", Maybe), One("info", "infoType", Any))}
            </xs:schema>
            """;
        var set = new XmlSchemaSet();
        using var reader = System.Xml.XmlReader.Create(new StringReader(rules));
        set.Add(null, reader);
        set.Compile();
        return set;
    }
}
