namespace KediriLapor.Routing;

/// <summary>
/// Understands what a citizen's text is about: services, emergency, kelurahan. Immutable and thread-safe; build it once
/// per set of reference data. How and why: docs/decisions/0008-text-to-service.md.
/// </summary>
public sealed class SuggestionIndex
{
    private const int MaxServices = 3;

    /// <summary>The one number that is a subject; all others are counts and addresses.</summary>
    private const string EmergencyNumber = "112";

    /// <summary>Below this score a text has said nothing: about one rare word heard in passing.</summary>
    private const float Silence = 1.2f;

    /// <summary>A service this far below the best one is noise beside it.</summary>
    private const float Noise = 0.15f;

    /// <summary>Score at which confidence reaches one half.</summary>
    private const float HalfSure = 5f;

    /// <summary>What a heard alarm adds to its service: more than a long complaint gathers beside it.</summary>
    private const float AlarmScore = 6f;

    /// <summary>An emergency service whose words fall without an alarm ("rawan kecelakaan") is rarely meant.</summary>
    private const float WithoutAlarm = 0.45f;

    private const int MaxAlarmServices = 2;

    private readonly SuggestibleService[] _services;
    private readonly Lexicon _lexicon;
    private readonly PhraseIndex _phrases;
    private readonly AlarmListener _alarms;
    private readonly DangerWords _danger;
    private readonly PlaceListener _places;

    private SuggestionIndex(SuggestibleService[] services, NamedPlace[] places, Language language, LearnedExample[] learned)
    {
        _services = services;
        _lexicon = new Lexicon(
            language,
            Vocabulary(services, language, learned),
            places.SelectMany(place => place.Aliases.Append(place.Name)).SelectMany(Words.Fold));
        _phrases = new PhraseIndex(services, learned, _lexicon);
        _alarms = new AlarmListener(language, _lexicon);
        _danger = new DangerWords(language);
        _places = new PlaceListener(places, language);
    }

    /// <param name="services">All services a citizen can choose.</param>
    /// <param name="places">All kelurahan.</param>
    /// <param name="language">How citizens write.</param>
    /// <param name="learned">Corrections by verifiers; each gently raises its service for texts with the same words.</param>
    /// <exception cref="InvalidDataException">A list of the language is malformed.</exception>
    public static SuggestionIndex Build(
        IEnumerable<SuggestibleService> services,
        IEnumerable<NamedPlace> places,
        Language language,
        IEnumerable<LearnedExample>? learned = null) =>
        new([.. services], [.. places], language, [.. learned ?? []]);

    /// <summary>Reads a text of any length and content.</summary>
    /// <param name="text">The citizen's words.</param>
    /// <param name="kelurahanCode">Where the citizen stands, if known: settles a name that two kelurahan share.</param>
    public Suggestions Suggest(string text, string? kelurahanCode = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words.Of(text);
        var heard = _lexicon.Hear(words);
        var alarms = _danger.Weigh(words, _alarms.Listen(heard));
        return new Suggestions(Rank(heard, alarms), alarms.Count > 0, _places.Listen(text, words, kelurahanCode));
    }

    private List<ServiceSuggestion> Rank(List<Heard> heard, List<string> alarms)
    {
        Span<float> scores = _services.Length <= 256 ? stackalloc float[_services.Length] : new float[_services.Length];
        scores.Clear();
        _phrases.Score(heard, scores);
        var alarmed = new List<(int Service, float Score)>();
        var ordinary = new List<(int Service, float Score)>();
        for (var service = 0; service < _services.Length; service++)
        {
            if (alarms.Contains(_services[service].Code))
            {
                var cues = alarms.Count(code => code == _services[service].Code);
                alarmed.Add((service, scores[service] + AlarmScore + Math.Min(cues, 3)));
            }
            else
            {
                ordinary.Add((service, _services[service].Emergency ? scores[service] * WithoutAlarm : scores[service]));
            }
        }

        var best = ordinary.Select(candidate => candidate.Score).DefaultIfEmpty().Max();
        var fitting = ordinary.Where(candidate => candidate.Score >= Math.Max(Silence, best * Noise));
        var ceiling = float.MaxValue;
        return [.. alarmed.OrderByDescending(candidate => candidate.Score).Take(MaxAlarmServices)
            .Concat(fitting.OrderByDescending(candidate => candidate.Score))
            .Take(MaxServices)
            .Select(candidate => new ServiceSuggestion(
                _services[candidate.Service].Code,
                // a long complaint may outscore the alarm it stands behind; its confidence may not
                Confidence(ceiling = Math.Min(ceiling, candidate.Score))))];
    }

    private static double Confidence(float score) => Math.Round(score / (score + HalfSure), 3);

    private static IEnumerable<string> Vocabulary(
        IEnumerable<SuggestibleService> services, Language language, IEnumerable<LearnedExample> learned) =>
        services.SelectMany(service => service.Words.Concat(service.ColloquialWords).Append(service.Name).Append(service.GroupName))
            .Concat(learned.Select(example => example.Text))
            .SelectMany(Words.Fold)
            .Concat(language.Roots)
            .Concat(language.Cues.SelectMany(cue => CuePattern.WordsOf(cue.Pattern)))
            .Concat(language.Calming.SelectMany(context => CuePattern.WordsOf(context.Pattern)))
            .Where(word => !language.Glossary.ContainsKey(word) && (word == EmergencyNumber || !char.IsAsciiDigit(word[0])));
}
