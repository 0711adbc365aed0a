using System.Globalization;
using KediriLapor.Platform;

namespace KediriLapor.Notifications;

/// <summary>Says what a message tells in its language.</summary>
internal static class Speaking
{
    public static string Text(this SpokenLanguage language, string indonesian, string english) => language == SpokenLanguage.Id ? indonesian : english;

    public static string Day(this SpokenLanguage language, DateOnly day) =>
        language == SpokenLanguage.Id ? IndonesianDate.Format(day) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>On a clock in Kediri.</summary>
    public static string Time(this SpokenLanguage language, DateTimeOffset instant)
    {
        var time = IndonesianDate.InWib(instant).Time;
        return language == SpokenLanguage.Id ? IndonesianDate.Format(time) : time.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>With one decimal at most.</summary>
    public static string Number(this SpokenLanguage language, double value)
    {
        var english = value.ToString("0.#", CultureInfo.InvariantCulture);
        return language == SpokenLanguage.Id ? english.Replace('.', ',') : english;
    }
}
