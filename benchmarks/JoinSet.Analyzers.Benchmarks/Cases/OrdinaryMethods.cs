namespace JoinSets.Analyzers.Benchmarks.Cases;

/// <summary>Code that has never heard of sets: loops, lambdas, awaits.</summary>
internal static class OrdinaryMethods
{
    private const int PerFile = 50;

    public static IEnumerable<string> Files(int methods) =>
        Enumerable.Range(0, methods).Select(Method).Chunk(PerFile).Select((chunk, file) => $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;

            namespace Ordinary{{file}};

            class Program
            {
            {{string.Join('\n', chunk)}}
            }
            """);

    public static string Method(int index) => $$"""
            static async Task<int> Ordinary{{index}}(List<int> numbers, string text)
            {
                var sum = 0;
                foreach (var number in numbers.Where(number => number % 2 == 0))
                {
                    sum += number switch { 0 => 1, > 100 => number - 100, _ => number };
                }

                try
                {
                    await Task.Delay(sum);
                    text = text.Length > 3 ? text.Substring(1) : text + sum;
                }
                catch (InvalidOperationException error)
                {
                    Console.WriteLine(error.Message);
                }

                for (var i = 0; i < numbers.Count; i++)
                {
                    if (numbers[i] == text.Length)
                    {
                        return i;
                    }
                }

                return await Task.FromResult(sum);
            }
        """;
}
