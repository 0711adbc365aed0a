using KediriLapor.Routing;

namespace KediriLapor.Benchmarks.Suggest;

/// <summary>How well an index answers a labelled set. Shares are in 0..1.</summary>
internal sealed record SuggestScore(
    int Texts,
    double Top1,
    double Top3,
    int Emergencies,
    double EmergencyRecall,
    int OrdinaryTexts,
    int FalseAlarms,
    int SilentTexts,
    int NoiseOnSilent,
    int Wards,
    double WardRecall,
    int WardFalseHits,
    IReadOnlyList<string> Misses)
{
    public static SuggestScore Of(SuggestionIndex index, IReadOnlyList<NamedPlace> places, IReadOnlyCollection<LabelledText> texts)
    {
        var names = places.ToDictionary(place => place.Code, place => place.Name);
        var misses = new List<string>();
        int first = 0, among = 0, topical = 0, heardAlarms = 0, falseAlarms = 0, noise = 0, wards = 0, heardWards = 0, falseWards = 0;
        foreach (var text in texts)
        {
            var answer = index.Suggest(text.Text);
            var codes = answer.Services.Select(service => service.Code).ToList();
            if (text.Service.Length == 0)
            {
                noise += Count(codes.Count > 0, "noise", string.Join(' ', codes));
            }
            else
            {
                topical++;
                bool Fits(string code) => code == text.Service || text.Acceptable.Contains(code);
                first += codes.Count > 0 && Fits(codes[0]) ? 1 : 0;
                var isAmong = codes.Exists(Fits);
                among += isAmong ? 1 : 0;
                Count(!isAmong, "top-3", $"{text.Service} <> {string.Join(' ', codes)}");
                Count(isAmong && !Fits(codes[0]), "top-1", $"{text.Service} <> {string.Join(' ', codes)}");
            }

            heardAlarms += text.Emergency && answer.Emergency ? 1 : 0;
            Count(text.Emergency && !answer.Emergency, "MISSED ALARM", text.Service);
            falseAlarms += Count(!text.Emergency && answer.Emergency, "false alarm", string.Join(' ', codes));

            var heard = answer.Places.Select(place => place.KelurahanCode).ToList();
            bool Names(string code, string ward) => code == ward || names[code].Equals(ward, StringComparison.OrdinalIgnoreCase);
            wards += text.Wards.Count;
            foreach (var ward in text.Wards)
            {
                heardWards += 1 - Count(!heard.Exists(code => Names(code, ward)), "ward", ward);
            }

            foreach (var code in heard.Where(code => !text.Wards.Any(ward => Names(code, ward))))
            {
                falseWards += Count(true, "false ward", names[code]);
            }

            int Count(bool missed, string kind, string fact)
            {
                if (missed)
                {
                    misses.Add($"{kind,-12} {fact,-44} {text.Text}");
                }

                return missed ? 1 : 0;
            }
        }

        var emergencies = texts.Count(text => text.Emergency);
        return new SuggestScore(
            texts.Count, Share(first, topical), Share(among, topical), emergencies, Share(heardAlarms, emergencies),
            texts.Count - emergencies, falseAlarms, texts.Count - topical, noise, wards, Share(heardWards, wards), falseWards, misses);
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
