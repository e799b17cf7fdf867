"""Floor 1: text with positions in, typed values with spans out; one module a field, patterns as data.

Tables, trees and file formats may not be known here.
"""
