using KediriLapor.Persistence.Reference;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.Open311;

/// <summary>Discovery, services and their definitions: the catalogue of the city in the words of this standard.</summary>
internal static class Catalogue
{
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";

    /// <param name="site">Where this program is found; ends with a slash.</param>
    public static Tree Discovery(Uri site, DateTimeOffset changed)
    {
        return Tree.Record(
            ("changeset", Tree.Of(changed)),
            ("contact", Tree.Of("Kota Kediri, Lapor Mbak Wali 112: telepon 112")),
            ("key_service", Tree.Of("Kunci (api_key) diberikan oleh admin Lapor Mbak Wali 112 kepada pengelola aplikasi; titik uji menerima kunci yang sama.")),
            ("endpoints", Tree.List("endpoint", [Endpoint("open311/v2", "production"), Endpoint("open311/test/v2", "test")])));

        Tree Endpoint(string path, string type) => Tree.Record(
            ("specification", Tree.Of(Specification)), ("url", Tree.Of(new Uri(site, path).ToString())), ("changeset", Tree.Of(changed)), ("type", Tree.Of(type)),
            ("formats", Tree.List("format", [Tree.Of("text/xml"), Tree.Of("application/json")])));
    }

    public static Tree Services(City city, (double Lat, double Long)? at)
    {
        var isElsewhere = at is { } point && !city.Wards.Locate(point.Lat, point.Long).Inside;
        var services = city.Services.Values.Where(service => service.Active && !isElsewhere).OrderBy(service => city.Groups[service.GroupCode].Position).ThenBy(service => service.Position);
        return Tree.List("service", services.Select(service => Tree.Record(
            ("service_code", Tree.Of(service.Code)), ("service_name", Tree.Of(service.Name)), ("description", Tree.Of(Describe(service))),
            ("metadata", Tree.Of(service.Questions.Count > 0)), ("type", Tree.Of("realtime")), ("keywords", Tree.Of(string.Join(',', service.Words))),
            ("group", Tree.Of(city.Groups[service.GroupCode].Name)))));
    }

    public static Tree Definition(City city, string code) => Tree.Record(
        ("service_code", Tree.Of(Known(city, code).Code)), ("attributes", Tree.List("attribute", Known(city, code).Questions.Select(Attribute))));

    /// <exception cref="Refusal">404.</exception>
    public static Service Known(City city, string code) =>
        city.Services.GetValueOrDefault(code) is { Active: true } service ? service : throw Refusal.NotFound($"service_code {code} was not found");

    /// <summary>This standard is for what can wait; null where it can.</summary>
    public static string? Warning(Service service) => service.Emergency ? "Keadaan darurat: telepon 112 sekarang." : null;

    private static Tree Attribute(ServiceQuestion question, int index) => Tree.Record(
        ("variable", Tree.Of(true)), ("code", Tree.Of(question.Code)), ("datatype", Tree.Of(question.Choices.Count > 0 ? "singlevaluelist" : "text")),
        ("required", Tree.Of(question.Required)), ("datatype_description", Tree.Of((string?)null)), ("order", Tree.Of((double)(index + 1))), ("description", Tree.Of(question.Text)),
        ("values", question.Choices.Count == 0 ? null : Tree.List("value", question.Choices.Select(choice => Tree.Record(("key", Tree.Of(choice.Value)), ("name", Tree.Of(choice.Text)))))));

    private static string Describe(Service service) => string.Join(' ', new[]
    {
        Warning(service), service.Words.Length == 0 ? service.Name : $"Misalnya: {string.Join(", ", service.Words.Take(5))}.",
    }.Where(part => part is not null));
}
