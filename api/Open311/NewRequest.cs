using KediriLapor.Persistence.Reference;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.Open311;

/// <summary>What is posted here, as the report that it becomes.</summary>
internal static class NewRequest
{
    /// <summary>Of this standard.</summary>
    private const int DescriptionMax = 4000;

    public static NewReport Of(Parameters sent, City city)
    {
        var service = Catalogue.Known(city, sent.Require("service_code"));
        var (point, ward, address) = (sent.Point(), Ward(sent["address_id"], city), sent.Words("address_string", Report.AddressMax));
        if (point is null && ward is null && address is null)
        {
            throw new Refusal("A place was not provided: lat and long, address_string or address_id");
        }

        return new NewReport
        {
            ServiceCode = service.Code,
            Description = Description(sent, service),
            Location = point is { } at ? new GeoPoint { Lat = at.Lat, Lng = at.Long } : null,
            KelurahanCode = point is null ? ward : null,
            Address = address,
            Answers = Answers(sent, service),
            Reporter = Reporter(sent),
        };
    }

    private static string? Ward(string? addressId, City city) => addressId is { } code && city.Kelurahan.ContainsKey(code) ? code : null;

    /// <summary>Optional in this standard: who says nothing means what the service is called.</summary>
    private static string Description(Parameters sent, Service service)
    {
        var said = sent.Words("description", DescriptionMax);
        return said is { Length: >= Report.DescriptionMin } ? said : $"{service.Name}. {said}".Trim();
    }

    private static Dictionary<string, string> Answers(Parameters sent, Service service)
    {
        var (given, answers) = (sent.Attributes(), new Dictionary<string, string>());
        foreach (var question in service.Questions)
        {
            if (given[question.Code].FirstOrDefault() is { } value)
            {
                // some clients send what stands in the list and not its key
                var choice = question.Choices.FirstOrDefault(choice => choice.Value == value) ?? question.Choices.FirstOrDefault(choice => choice.Text == value);
                answers[question.Code] = question.Choices.Count == 0 ? value : choice?.Value ?? throw new Refusal($"{question.Code}: {value} is not in the list");
            }
            else if (question.Required)
            {
                throw new Refusal($"{question.Code} required");
            }
        }

        return answers;
    }

    private static ReporterDetails? Reporter(Parameters sent)
    {
        var name = string.Join(' ', new[] { sent["first_name"], sent["last_name"] }.Where(part => part is not null));
        return name.Length + (sent["phone"] ?? sent["email"] ?? "").Length == 0 ? null : new ReporterDetails
        {
            Name = name.Length switch
            {
                0 => null,
                > 100 => throw new Refusal("first_name and last_name: at most 100 characters"),
                _ => name,
            },
            Phone = sent["phone"],
            Email = sent["email"],
        };
    }
}
