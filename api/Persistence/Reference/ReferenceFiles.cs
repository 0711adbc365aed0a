using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using KediriLapor.Agencies;
using KediriLapor.Deadlines;
using KediriLapor.Monev.Indicators;
using KediriLapor.Notifications;
using KediriLapor.Replies;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.Persistence.Reference;

/// <summary>The shipped reference files (<c>api/ReferenceData</c>, see its README) as entities.</summary>
public sealed class ReferenceFiles(string folder)
{
    private static readonly string[] Names =
    [
        "units.csv", "kelurahan.csv", "kelurahan.geojson", "categories.csv", "questions.csv", "routing_rules.csv", "holidays.csv", "office_hours.csv",
        "notification_rules.csv", "notification_templates.csv", "reply_templates.csv", "monev_indicators.csv",
    ];

    public static ReferenceFiles Shipped => new(Path.Combine(AppContext.BaseDirectory, "ReferenceData"));

    /// <summary>Changes when any file does.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names)
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, name)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Parents before children.</summary>
    public IReadOnlyList<Agency> Agencies() =>
    [
        .. Rows("units.csv").Select(row => new Agency
        {
            Code = row["code"],
            Kind = row["type"] switch
            {
                "kelurahan" => AgencyKind.Kelurahan,
                "kecamatan" => AgencyKind.Kecamatan,
                "eksternal" => AgencyKind.External,
                _ => AgencyKind.Opd,
            },
            ShortName = row["short_name"],
            Name = row["name"],
            ParentCode = row["parent_code"] is { Length: > 0 } parent ? parent : null,
            Duty = row["field_of_duty"],
            OnCall = row["on_call_24h"] == "yes",
        }),
    ];

    public IReadOnlyList<Kelurahan> Kelurahan()
    {
        using var layer = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "kelurahan.geojson")));
        var boundaries = layer.RootElement.GetProperty("features").EnumerateArray().ToDictionary(
            feature => feature.GetProperty("properties").GetProperty("code").GetString()!,
            feature => feature.GetProperty("geometry").GetRawText());
        return
        [
            .. Rows("kelurahan.csv").Select(row => new Kelurahan
            {
                Code = row["kelurahan_code"],
                Name = row["kelurahan"],
                KecamatanCode = row["kecamatan_code"],
                KecamatanName = row["kecamatan"],
                Aliases = List(row["aliases"]),
                Namesake = NullIfEmpty(row["same_name_in_kab_kediri"]),
                Postcode = row["postcode"],
                Boundary = boundaries[row["kelurahan_code"]],
                BoundarySource = "indicative",
            }),
        ];
    }

    public IReadOnlyList<ServiceGroup> Groups() =>
        [.. Rows("categories.csv").Where(row => row["level"] == "group").Select((row, i) => new ServiceGroup { Code = row["code"], Name = row["name_id"], NameEn = row["name_en"], Position = i })];

    public IReadOnlyList<Service> Services()
    {
        var questions = Rows("questions.csv").GroupBy(row => row["service"]).ToDictionary(service => service.Key, Questions);
        return
        [
            .. Leaves().Select((row, i) => new Service
            {
                Code = row["code"],
                GroupCode = row["parent_code"],
                Name = row["name_id"],
                NameEn = row["name_en"],
                Position = i,
                Classification = row["classification"] switch
                {
                    "pengaduan" => Classification.Complaint,
                    "aspirasi" => Classification.Aspiration,
                    "permintaan_informasi" => Classification.InformationRequest,
                    "permintaan_layanan" => Classification.ServiceRequest,
                    var other => throw new InvalidDataException($"categories.csv: classification “{other}”"),
                },
                Emergency = row["emergency"] == "yes",
                ResponseMinutes = row["response_minutes"] is { Length: > 0 } minutes ? int.Parse(minutes, CultureInfo.InvariantCulture) : null,
                ResolveDays = Math.Max(1, int.Parse(row["sla_days"], CultureInfo.InvariantCulture)),
                ConfidentialByDefault = row["visibility"] is "rahasia" or "integritas",
                Integrity = row["visibility"] == "integritas",
                PhotoAfterRequired = row["photo_after"] == "yes",
                Words = List(row["keywords"]),
                ColloquialWords = List(row["keywords_colloquial"]),
                Questions = questions.GetValueOrDefault(row["code"], []),
            }),
        ];
    }

    /// <summary>One rule per service from its responsible unit, and the finer ones of <c>routing_rules.csv</c>.</summary>
    public IReadOnlyList<RoutingRule> Rules()
    {
        var finer = Rows("routing_rules.csv").ToArray();
        var overridden = finer.Where(row => row["question"] == "" && row["kelurahan"] == "" && row["kecamatan"] == "").Select(row => row["service"]).ToHashSet();
        var general = Leaves().Where(row => !overridden.Contains(row["code"])).Select(row => Rule(
            row["code"], null, null, null, null,
            row["responsible_type"] switch { "kelurahan" => RoutingTarget.Kelurahan, "kecamatan" => RoutingTarget.Kecamatan, _ => RoutingTarget.Agency },
            row["responsible_unit"], new DateOnly(2025, 1, 1), null, null));
        var specific = finer.Select(row => Rule(
            row["service"], row["question"], row["answer"], row["kelurahan"], row["kecamatan"],
            Enum.Parse<RoutingTarget>(row["target"], ignoreCase: true), row["agency"],
            DateOnly.Parse(row["valid_from"], CultureInfo.InvariantCulture), row["valid_until"], row["basis"]));
        return [.. general, .. specific];
    }

    public IReadOnlyList<Holiday> Holidays() =>
    [
        .. Rows("holidays.csv").Select(row => new Holiday(
            DateOnly.Parse(row["date"], CultureInfo.InvariantCulture), row["name"], row["type"] == "cuti_bersama" ? HolidayKind.JointLeave : HolidayKind.National)
        {
            Source = NullIfEmpty(row["source"]),
        }),
    ];

    public IReadOnlyList<OfficeHours> OfficeHours() =>
    [
        .. Rows("office_hours.csv").Select(row => new OfficeHours(
            DateOnly.Parse(row["valid_from"], CultureInfo.InvariantCulture),
            row["valid_until"] is { Length: > 0 } until ? DateOnly.Parse(until, CultureInfo.InvariantCulture) : null,
            TimeOnly.Parse(row["opens"], CultureInfo.InvariantCulture),
            TimeOnly.Parse(row["closes"], CultureInfo.InvariantCulture))),
    ];

    public IReadOnlyList<NotificationRule> NotificationRules() =>
    [
        .. Rows("notification_rules.csv").Select(row => new NotificationRule(
            Word<Occasion>(row["occasion"]), Word<Recipient>(row["recipient"]), Word<Medium>(row["medium"]), Word<SpokenLanguage>(row["language"]))),
    ];

    public IReadOnlyList<NotificationTemplate> NotificationTemplates() =>
    [
        .. Rows("notification_templates.csv").Select(row => new NotificationTemplate
        {
            Occasion = Word<Occasion>(row["occasion"]),
            Voice = Word<Voice>(row["voice"]),
            Language = Word<SpokenLanguage>(row["language"]),
            Subject = row["subject"],
            Body = row["body"],
        }),
    ];

    public IReadOnlyList<ReplyTemplate> ReplyTemplates() =>
    [
        .. Rows("reply_templates.csv").Select(row => new ReplyTemplate
        {
            Id = Guid.Parse(row["id"]),
            Status = Word<ReportStatus>(row["status"]),
            ServiceCode = row["service_code"] is { Length: > 0 } code ? code : null,
            Title = row["title"],
            Body = row["body"],
        }),
    ];

    /// <param name="now">When their definitions begin to hold.</param>
    public IReadOnlyList<Indicator> Indicators(DateTimeOffset now) =>
    [
        .. Rows("monev_indicators.csv").Select((row, rank) => new Indicator
        {
            Code = row["code"],
            Version = 1,
            Name = row["name"],
            NameEn = row["name_en"],
            Definition = row["definition"],
            DefinitionEn = row["definition_en"],
            Group = Word<IndicatorGroup>(row["group"]),
            Numerator = Word<Measure>(row["numerator"]),
            Denominator = Word<Measure>(row["denominator"]),
            Unit = Word<IndicatorUnit>(row["unit"]),
            Aim = Word<IndicatorAim>(row["aim"]),
            Target = decimal.Parse(row["target"], CultureInfo.InvariantCulture),
            Tolerance = decimal.Parse(row["tolerance"], CultureInfo.InvariantCulture),
            Rank = rank + 1,
            ActorName = Accounts.Actor.System.Name,
            At = now,
        }),
    ];

    private static TEnum Word<TEnum>(string word)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(word, ignoreCase: true);

    private static List<ServiceQuestion> Questions(IEnumerable<Dictionary<string, string>> rows) =>
    [
        .. rows.GroupBy(row => row["question"]).Select(question => new ServiceQuestion
        {
            Code = question.Key,
            Text = question.First()["text"],
            TextEn = question.First()["text_en"],
            Required = question.First()["required"] == "yes",
            Choices = [.. question.Where(row => row["choice"] != "").Select(row => new QuestionChoice { Value = row["choice"], Text = row["choice_text"], TextEn = row["choice_text_en"] })],
        }),
    ];

    private static RoutingRule Rule(
        string service, string? question, string? answer, string? kelurahan, string? kecamatan,
        RoutingTarget target, string agency, DateOnly from, string? until, string? basis)
    {
        var key = string.Join('|', service, question, answer, kelurahan, kecamatan, from.ToString("O", CultureInfo.InvariantCulture));
        return new RoutingRule
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)),
            ServiceCode = service,
            QuestionCode = NullIfEmpty(question),
            AnswerValue = NullIfEmpty(answer),
            KelurahanCode = NullIfEmpty(kelurahan),
            KecamatanCode = NullIfEmpty(kecamatan),
            Target = target,
            AgencyCode = target == RoutingTarget.Agency ? agency : null,
            ValidFrom = from,
            ValidUntil = NullIfEmpty(until) is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null,
            Basis = NullIfEmpty(basis),
        };
    }

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;

    private static string[] List(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private IEnumerable<Dictionary<string, string>> Leaves() => Rows("categories.csv").Where(row => row["level"] == "leaf");

    private List<Dictionary<string, string>> Rows(string name)
    {
        using var reader = new CsvReader(new StreamReader(Path.Combine(folder, name)), new CsvConfiguration(CultureInfo.InvariantCulture));
        return [.. reader.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
